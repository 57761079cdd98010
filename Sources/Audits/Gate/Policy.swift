package import Findings

/// What a delivery must reach: clauses on metrics, and limits on findings.
package struct Policy: Hashable, Sendable {
  package var clauses: [Clause]
  package var limits: [Limit]

  package init(clauses: [Clause], limits: [Limit]) {
    self.clauses = clauses
    self.limits = limits
  }

  /// One promise about a number.
  package struct Clause: Hashable, Sendable {
    package var metric: String
    /// The part of the data it is about; the value `*` stands for each value that the report has.
    package var slice: SliceLabel
    package var target: Target
    package var bound: Bound
    package var minimumN: Int
    /// What a clause that does not hold gives: `fail` or `warn`.
    package var severity: Verdict
    /// `policy.yml:12`.
    package var place: String

    /// With fewer than this, a coefficient says little; a clause may ask for more or less.
    package static let defaultMinimumN = 30

    package init(
      metric: String,
      slice: SliceLabel = .overall,
      target: Target,
      bound: Bound? = nil,
      minimumN: Int = defaultMinimumN,
      severity: Verdict = .fail,
      place: String
    ) {
      self.metric = metric
      self.slice = slice
      self.target = target
      self.bound = bound ?? target.strictBound
      self.minimumN = minimumN
      self.severity = severity
      self.place = place
    }
  }

  /// The number of findings that is allowed.
  package struct Limit: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
      case rule(String)
      case severity(Severity)
    }

    package var subject: Subject
    package var maximum: Int
    package var place: String

    package init(subject: Subject, maximum: Int, place: String) {
      self.subject = subject
      self.maximum = maximum
      self.place = place
    }
  }

  /// What of a number is compared with the target.
  package enum Bound: String, CaseIterable, Hashable, Sendable {
    /// The number itself.
    case value
    /// The lower end of its interval: the data must show that the number is at least so high.
    case low
    /// The upper end of its interval.
    case high
  }
}
