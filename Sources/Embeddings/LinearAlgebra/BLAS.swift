import COpenBLAS

/// The matrix products of OpenBLAS, each done by the thread that calls.
///
/// Results depend on the shapes of the operands alone: callers cut their work into parts of a constant
/// size, so that a number never depends on how many threads there are.
package enum BLAS {
  /// Ends the threads of OpenBLAS's own, which would fight with ours.
  ///
  /// They start with the program and look for work for a tenth of a second each, whatever it does; so this
  /// comes first. A setting of the whole process, always the same one.
  package static func useOneThread() { _ = hasOneThread }

  private static let hasOneThread: Bool = {
    openblas_set_num_threads(1)
    // After the number, which would start them again.
    return blas_thread_shutdown_() == 0
  }()

  /// Rows of `a` times rows of `b`: `product[i * columns + j] = Σ a[i, t] · b[j, t]`.
  ///
  /// `a` and `b` start at an element of arrays whose rows have `width` numbers.
  static func multiply(
    _ a: [Float],
    rows: Range<Int>,
    _ b: [Float],
    rows columns: Range<Int>,
    width: Int,
    into product: inout [Float]
  ) {
    precondition(rows.upperBound * width <= a.count && columns.upperBound * width <= b.count)
    precondition(product.count >= rows.count * columns.count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        product.withUnsafeMutableBufferPointer { product in
          guard let a = a.baseAddress, let b = b.baseAddress else { return }
          cblas_sgemm(
            CblasRowMajor,
            CblasNoTrans,
            CblasTrans,
            Int32(rows.count),
            Int32(columns.count),
            Int32(width),
            1,
            a + rows.lowerBound * width,
            Int32(width),
            b + columns.lowerBound * width,
            Int32(width),
            0,
            product.baseAddress,
            Int32(columns.count)
          )
        }
      }
    }
  }

  /// Adds the products of all pairs of columns of `rows` (row-major) to the lower half of `sum`.
  static func addGram(of rows: [Double], width: Int, to sum: inout [Double]) {
    precondition(rows.count % width == 0 && sum.count == width * width)
    rows.withUnsafeBufferPointer { rows in
      sum.withUnsafeMutableBufferPointer { sum in
        cblas_dsyrk(
          CblasRowMajor,
          CblasLower,
          CblasTrans,
          Int32(width),
          Int32(rows.count / width),
          1,
          rows.baseAddress,
          Int32(width),
          1,
          sum.baseAddress,
          Int32(width)
        )
      }
    }
  }

  /// Replaces every row `x` by the solution `y` of `L y = x`, with `L` lower triangular, row-major.
  static func solveLower(_ factor: [Double], width: Int, rows: inout [Double]) {
    precondition(rows.count % width == 0 && factor.count == width * width)
    factor.withUnsafeBufferPointer { factor in
      rows.withUnsafeMutableBufferPointer { rows in
        // Rows of a row-major array are the columns of L y = x, transposed: y Lᵀ = x.
        cblas_dtrsm(
          CblasRowMajor,
          CblasRight,
          CblasLower,
          CblasTrans,
          CblasNonUnit,
          Int32(rows.count / width),
          Int32(width),
          1,
          factor.baseAddress,
          Int32(width),
          rows.baseAddress,
          Int32(width)
        )
      }
    }
  }
}
