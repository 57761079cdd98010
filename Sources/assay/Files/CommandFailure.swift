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

  /// A data set that is one person's work, where several people's are to be brought together.
  static func tooFewAnnotators(_ count: Int, in path: String) -> CommandFailure {
    CommandFailure(
      "\(path) names \(count == 1 ? "1 annotator" : "\(count) annotators"); give one data set an annotator, "
        + "or one that names at least two ('rater_id', 'annotator', …)"
    )
  }
}
