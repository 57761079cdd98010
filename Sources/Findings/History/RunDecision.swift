/// That a person takes a run for good, or does not.
package struct RunDecision: Hashable, Sendable {
  /// Number of the run.
  package var run: Int
  package var verdict: Verdict
  package var person: String
  package var reason: String

  package enum Verdict: String, Hashable, Sendable {
    case accept, reject
  }

  package init(run: Int, verdict: Verdict, person: String, reason: String) {
    self.run = run
    self.verdict = verdict
    self.person = person
    self.reason = reason
  }
}
