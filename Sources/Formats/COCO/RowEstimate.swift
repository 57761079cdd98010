/// How many rows the rest of a file will have, judged by the start of its largest list.
enum RowEstimate {
  /// How many bytes of a list are enough to judge by.
  private static let sampleSize = 4 << 20

  /// So many times the rows of the bytes read are expected in all; `nil` where these are too few to tell.
  static func factor(from start: Int, to end: Int, of bytes: PaddedBytes) -> Double? {
    let size = end - start
    guard size > sampleSize else { return nil }
    return 1.02 * Double(size + bytes.count - end) / Double(size)
  }
}
