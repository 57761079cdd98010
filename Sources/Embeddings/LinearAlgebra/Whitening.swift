/// xᵀ Σ⁺ x for a symmetric Σ without negative eigenvalues.
struct Whitening: Sendable {
  private let width: Int
  private let form: Form

  private enum Form: Sendable {
    /// Lower triangular L with L Lᵀ = Σ.
    case cholesky([Double])
    /// Eigenvectors, a row each, divided by the roots of their eigenvalues; those near 0 are left out.
    case axes([Double])
  }

  init(_ matrix: [Double], width: Int) {
    self.width = width
    form =
      Self.cholesky(matrix, width).map(Form.cholesky)
      ?? .axes(SymmetricEigen(matrix, width: width).inverseRootAxes)
  }

  /// Of every row of `rows`.
  func squaredLengths(of rows: [Double]) -> [Double] {
    switch form {
    case .cholesky(let factor):
      var solved = rows
      BLAS.useOneThread()
      BLAS.solveLower(factor, width: width, rows: &solved)
      return stride(from: 0, to: solved.count, by: width).map { start in
        solved[start..<start + width].reduce(0) { $0 + $1 * $1 }
      }
    case .axes(let axes):
      return stride(from: 0, to: rows.count, by: width).map { start in
        stride(from: 0, to: axes.count, by: width).reduce(0) { sum, axis in
          let part = zip(rows[start..<start + width], axes[axis..<axis + width])
            .reduce(0) { $0 + $1.0 * $1.1 }
          return sum + part * part
        }
      }
    }
  }

  /// The factor, or `nil` where the matrix is singular to working precision.
  private static func cholesky(_ matrix: [Double], _ width: Int) -> [Double]? {
    var factor = [Double](repeating: 0, count: matrix.count)
    let largest = stride(from: 0, to: matrix.count, by: width + 1).map { matrix[$0] }.max() ?? 0
    let smallest = largest * Double(width) * .ulpOfOne
    for row in 0..<width {
      for column in 0...row {
        var sum = matrix[row * width + column]
        for place in 0..<column {
          sum -= factor[row * width + place] * factor[column * width + place]
        }
        if row == column {
          guard sum > smallest else { return nil }
          factor[row * width + row] = sum.squareRoot()
        } else {
          factor[row * width + column] = sum / factor[column * width + column]
        }
      }
    }
    return factor
  }
}
