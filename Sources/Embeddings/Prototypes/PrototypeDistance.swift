import Glibc

/// How far a vector is from a prototype.
package enum PrototypeDistance: String, Codable, CaseIterable, Sendable {
  /// Euclidean distance.
  case l2
  /// 1 − ⟨a, b⟩ / (‖a‖‖b‖), in `0...2`; 1 where either vector is zero.
  case cosine

  /// The distance of two vectors of equal length.
  ///
  /// Sums run in four lanes of fixed order, so that a distance has the same bits wherever it is taken.
  func callAsFunction(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
    switch self {
    case .l2:
      let squares = Self.sum(a, b) { ($0 - $1) * ($0 - $1) }
      return squares.squareRoot()
    case .cosine:
      let norms =
        (Self.sum(a, a) { $0 * $1 }).squareRoot() * (Self.sum(b, b) { $0 * $1 }).squareRoot()
      guard norms > 0 else { return 1 }
      return min(max(1 - Self.sum(a, b) { $0 * $1 } / norms, 0), 2)
    }
  }

  @inline(__always)
  private static func sum(
    _ a: ArraySlice<Double>,
    _ b: ArraySlice<Double>,
    _ term: (SIMD4<Double>, SIMD4<Double>) -> SIMD4<Double>
  ) -> Double {
    var lanes = SIMD4<Double>.zero
    let (count, first, second) = (a.count, a.startIndex, b.startIndex)
    var index = 0
    while index + 4 <= count {
      let (i, j) = (first + index, second + index)
      lanes += term(
        SIMD4(a[i], a[i + 1], a[i + 2], a[i + 3]),
        SIMD4(b[j], b[j + 1], b[j + 2], b[j + 3])
      )
      index += 4
    }
    var (x, y) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    for lane in 0..<(count - index) {
      x[lane] = a[first + index + lane]
      y[lane] = b[second + index + lane]
    }
    lanes += term(x, y)
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
  }
}
