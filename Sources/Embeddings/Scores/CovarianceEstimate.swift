package import Annotations

/// The covariance of vectors around their centres, shrunk towards a multiple of the identity.
///
/// Σ = (1 − s)·S + s·μ·I, with S = Σ (x − centre)(x − centre)ᵀ / n and μ = tr(S) / p.
package struct CovarianceEstimate: Sendable {
  /// How much S is shrunk.
  package enum Shrinkage: String, CaseIterable, Sendable {
    /// s = 0.
    case empirical
    /// The s of least expected squared error.
    ///
    /// Source: O. Ledoit, M. Wolf, "A well-conditioned estimator for large-dimensional covariance
    /// matrices", 2004, with the divisors of scikit-learn.
    case ledoitWolf
    /// The same, for normal data.
    ///
    /// Source: Y. Chen et al., "Shrinkage algorithms for MMSE covariance estimation", 2010, equation 23
    /// without its factor 2 / p.
    case oracleApproximating
  }

  package let width: Int
  /// `width × width`, symmetric.
  package let matrix: [Double]
  /// s, in 0...1.
  package let shrinkage: Double

  /// Around the centre of every row's label; with one label for all it is the usual covariance.
  ///
  /// O(n · width²), in rows of a constant number at a time.
  ///
  /// - Precondition: There is a row.
  package init(
    _ table: VectorTable,
    labels: [Int32],
    centres: CategoryCentres,
    shrinkage kind: Shrinkage
  ) {
    precondition(table.count > 0, "a covariance needs a vector")
    let sums = Self.sums(table, labels, centres)
    let (n, p) = (Double(table.count), Double(table.width))
    var matrix = sums.gram.map { $0 / n }
    let trace = stride(from: 0, to: matrix.count, by: table.width + 1).reduce(0) { $0 + matrix[$1] }
    let mu = trace / p
    let square = matrix.reduce(0) { $0 + $1 * $1 }
    let s = Self.shrinkage(kind, n: n, p: p, mu: mu, square: square, fourth: sums.fourth)
    for place in matrix.indices { matrix[place] *= 1 - s }
    for place in stride(from: 0, to: matrix.count, by: table.width + 1) { matrix[place] += s * mu }
    width = table.width
    self.matrix = matrix
    shrinkage = s
  }

  /// How far the estimate is drawn towards a multiple of the identity, in 0...1.
  ///
  /// `square`: ‖S‖² (Frobenius).
  /// `fourth`: Σ ‖x − centre‖⁴.
  private static func shrinkage(
    _ kind: Shrinkage,
    n: Double,
    p: Double,
    mu: Double,
    square: Double,
    fourth: Double
  ) -> Double {
    // One number has nothing to be shrunk towards.
    guard p > 1 else { return 0 }
    switch kind {
    case .empirical: return 0
    case .ledoitWolf:
      let beta = (fourth / n - square) / (n * p)
      let delta = (square - p * mu * mu) / p
      return delta > 0 ? max(0, min(beta, delta)) / delta : 0
    case .oracleApproximating:
      let alpha = square / (p * p)
      let denominator = (n + 1) * (alpha - mu * mu / p)
      return denominator == 0 ? 1 : min((alpha + mu * mu) / denominator, 1)
    }
  }

  // MARK: Sums

  private static let rowsAtOnce = 1024

  private static func sums(
    _ table: VectorTable,
    _ labels: [Int32],
    _ centres: CategoryCentres
  ) -> (gram: [Double], fourth: Double) {
    BLAS.useOneThread()
    let width = table.width
    var gram = [Double](repeating: 0, count: width * width)
    var fourth = 0.0
    for first in stride(from: 0, to: table.count, by: rowsAtOnce) {
      let rows = centred(table, first..<min(first + rowsAtOnce, table.count), labels, centres)
      BLAS.addGram(of: rows, width: width, to: &gram)
      for start in stride(from: 0, to: rows.count, by: width) {
        let square = rows[start..<start + width].reduce(0) { $0 + $1 * $1 }
        fourth += square * square
      }
    }
    for row in 0..<width {
      for column in 0..<row { gram[column * width + row] = gram[row * width + column] }
    }
    return (gram, fourth)
  }

  /// Rows less the centres of their labels.
  private static func centred(
    _ table: VectorTable,
    _ rows: Range<Int>,
    _ labels: [Int32],
    _ centres: CategoryCentres
  ) -> [Double] {
    rows.flatMap { row in zip(table.row(row), centres[Int(labels[row])]).map { $0 - $1 } }
  }

  // MARK: Distances

  /// Squared Mahalanobis distance of every row from the centre of its label.
  ///
  /// By the pseudo-inverse where the covariance is singular.
  package func squaredDistances(
    _ table: VectorTable,
    labels: [Int32],
    centres: CategoryCentres
  ) -> [Double] {
    let whitening = Whitening(matrix, width: width)
    return stride(from: 0, to: table.count, by: Self.rowsAtOnce).flatMap { first in
      let rows = first..<min(first + Self.rowsAtOnce, table.count)
      return whitening.squaredLengths(of: Self.centred(table, rows, labels, centres))
    }
  }
}
