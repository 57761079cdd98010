/// Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
///
/// O(width³) a sweep.
///
/// Source: G. H. Golub, C. F. Van Loan, "Matrix computations", 2013, section 8.5.
struct SymmetricEigen: Sendable {
  let width: Int
  /// In no order.
  let values: [Double]
  /// A row each, in the order of `values`.
  let vectors: [Double]

  /// Rotations make the rest small so fast that this is never reached with numbers that are finite.
  private static let maximumSweeps = 60

  init(_ matrix: [Double], width: Int) {
    var matrix = matrix
    var vectors = [Double](repeating: 0, count: matrix.count)
    for place in stride(from: 0, to: matrix.count, by: width + 1) { vectors[place] = 1 }
    for _ in 0..<Self.maximumSweeps {
      var isDiagonal = true
      for p in 0..<width {
        for q in p + 1..<max(p + 1, width) {
          isDiagonal = !Self.rotate(p, q, &matrix, &vectors, width) && isDiagonal
        }
      }
      if isDiagonal { break }
    }
    self.width = width
    values = stride(from: 0, to: matrix.count, by: width + 1).map { matrix[$0] }
    self.vectors = vectors
  }

  /// Axes x with xᵀx = 1 / λ, a row each; those with λ at most width · ε · λ of the largest are left out.
  var inverseRootAxes: [Double] {
    let smallest = (values.map(abs).max() ?? 0) * Double(width) * .ulpOfOne
    return values.indices.filter { values[$0] > smallest }.flatMap { row in
      vectors[row * width..<(row + 1) * width].map { $0 / values[row].squareRoot() }
    }
  }

  /// Makes the element at (p, q) zero.
  ///
  /// - Returns: Whether it was not so small already that it changes neither diagonal element.
  private static func rotate(
    _ p: Int,
    _ q: Int,
    _ matrix: inout [Double],
    _ vectors: inout [Double],
    _ width: Int
  ) -> Bool {
    let element = matrix[p * width + q]
    let (first, second) = (matrix[p * width + p], matrix[q * width + q])
    guard abs(element) > 1e-3 * .ulpOfOne * max(abs(first), abs(second)) else { return false }
    let ratio = (second - first) / (2 * element)
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    for place in 0..<width {
      let (a, b) = (matrix[place * width + p], matrix[place * width + q])
      matrix[place * width + p] = cosine * a - sine * b
      matrix[place * width + q] = sine * a + cosine * b
    }
    for place in 0..<width {
      let (a, b) = (matrix[p * width + place], matrix[q * width + place])
      matrix[p * width + place] = cosine * a - sine * b
      matrix[q * width + place] = sine * a + cosine * b
      let (x, y) = (vectors[p * width + place], vectors[q * width + place])
      vectors[p * width + place] = cosine * x - sine * y
      vectors[q * width + place] = sine * x + cosine * y
    }
    return true
  }
}
