/// The program could not do what it was asked for; ends it with exit code 2.
struct CommandFailure: Error, CustomStringConvertible {
  /// One line: what and where.
  let description: String

  /// Whether it is the ledger that failed; then there is nothing to enter into it.
  let isOfLedger: Bool

  init(_ description: String, isOfLedger: Bool = false) {
    self.description = description
    self.isOfLedger = isOfLedger
  }
}
