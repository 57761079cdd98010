/// Numbers as the writers write them.
enum PlainNumber {
  /// The shortest decimal form that reads back the same; whole numbers without a point.
  static func text(_ number: Double) -> String {
    Int64(exactly: number).map { String($0) } ?? "\(number)"
  }
}
