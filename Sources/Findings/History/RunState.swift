/// How far a run came.
package enum RunState: String, Codable, Hashable, Sendable, CaseIterable {
  case complete
  /// There is a report, but too many records of an input are not in it.
  case partial
  /// There is no report.
  case failed
}
