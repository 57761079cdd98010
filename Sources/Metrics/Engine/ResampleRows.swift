/// Rows of one number for each resample, to be read one by one.
struct ResampleRows<Number: SIMDScalar & BitwiseCopyable> {
  private var rows: [SIMD16<Number>]

  init(_ rows: [SIMD16<Number>] = []) { self.rows = rows }

  /// The number of rows.
  var count: Int { rows.count }

  mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  mutating func append(_ row: SIMD16<Number>) { rows.append(row) }

  subscript(row: Int) -> SIMD16<Number> { rows[row] }

  subscript(row: Int, resample: Int) -> Number {
    precondition(
      rows.indices.contains(row) && 0..<Resamples.width ~= resample,
      "a number stands in a row and belongs to a resample"
    )
    // A lane that only the run knows is taken out of a vector by way of a copy of all of it, which is most of
    // the time of a small comparison; in memory the lanes stand side by side.
    return rows.withUnsafeBytes {
      $0.load(
        fromByteOffset: (row * Resamples.width + resample) * MemoryLayout<Number>.stride,
        as: Number.self
      )
    }
  }
}
