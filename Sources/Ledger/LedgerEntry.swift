package import Findings

/// One line of the history: a run, or what a person decided about one.
package enum LedgerEntry: Hashable, Sendable {
  case run(RunRecord)
  case decision(RunDecision)

  /// Stands before the first entry in place of a digest.
  static let noPrevious = String(repeating: "0", count: 64)

  /// What every entry has.
  package struct Header: Hashable, Sendable {
    /// How its digest is made.
    package var form: Int
    /// Counted from 1, without gaps.
    package var sequence: Int
    /// `run` or `decision`.
    package var kind: String
    /// `2026-11-21T09:30:00Z`.
    package var recorded: String
    /// Digest of the entry before, 64 zeros for the first.
    package var previous: String
    package var sha256: String
  }

  var kind: String {
    switch self {
    case .run: "run"
    case .decision: "decision"
    }
  }
}
