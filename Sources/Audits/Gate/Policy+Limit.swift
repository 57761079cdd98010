package import Findings

extension Policy {
  /// The findings that are allowed.
  package struct Limit: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
      case rule(String)
      case severity(Severity)
    }

    package enum Maximum: Hashable, Sendable {
      case count(Int)
      /// Findings for each annotation of the inputs.
      case rate(Double)
    }

    package var subject: Subject
    package var maximum: Maximum
    /// `high` takes the delivery for a sample: the upper end of the rate's interval must keep the limit.
    package var bound: Bound
    package var place: String

    package init(subject: Subject, maximum: Maximum, bound: Bound = .value, place: String) {
      self.subject = subject
      self.maximum = maximum
      self.bound = bound
      self.place = place
    }
  }

  /// How a rule is taken.
  package struct RuleSetting: Hashable, Sendable {
    package var id: String
    /// Findings of a rule that is off are left out of the report, which says so.
    package var isOn: Bool
    /// In place of the rule's own.
    package var severity: Severity?
    /// Tolerances by name, as `RuleOption` lists them.
    package var options: [String: Double]
    package var place: String

    package init(
      id: String,
      isOn: Bool = true,
      severity: Severity? = nil,
      options: [String: Double] = [:],
      place: String
    ) {
      self.id = id
      self.isOn = isOn
      self.severity = severity
      self.options = options
      self.place = place
    }
  }
}
