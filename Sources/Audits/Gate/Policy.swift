package import Findings

/// What a delivery must reach: promises about numbers, limits on findings, and how rules are taken.
package struct Policy: Hashable, Sendable {
  package var clauses: [Clause]
  package var limits: [Limit]
  package var rules: [RuleSetting]
  package var waivers: [Waiver]

  package init(
    clauses: [Clause],
    limits: [Limit],
    rules: [RuleSetting] = [],
    waivers: [Waiver] = []
  ) {
    self.clauses = clauses
    self.limits = limits
    self.rules = rules
    self.waivers = waivers
  }

  /// One promise about a number.
  package struct Clause: Hashable, Sendable {
    package var metric: String
    /// The part of the data it is about; the value `*` stands for each value that the report has.
    package var slice: SliceLabel
    /// The τ at which the number is taken: a tier, or a point of the curve; `nil` for the report's own.
    package var iou: Double?
    package var promise: Promise
    package var bound: Bound
    package var minimumN: Int
    /// What a clause that does not hold gives: `fail` or `warn`.
    package var severity: Verdict
    /// `policy.yml:12`.
    package var place: String

    /// With fewer than this, a coefficient says little; a clause may ask for more or less.
    package static let defaultMinimumN = 30

    /// An `iou` in the slice that is a number is taken for the clause's τ.
    package init(
      metric: String,
      slice: SliceLabel = .overall,
      iou: Double? = nil,
      promise: Promise,
      bound: Bound? = nil,
      minimumN: Int = defaultMinimumN,
      severity: Verdict = .fail,
      place: String
    ) {
      self.metric = metric
      self.slice = slice
      self.iou = iou
      self.promise = promise
      self.bound = bound ?? promise.strictBound
      self.minimumN = minimumN
      self.severity = severity
      self.place = place
      if iou == nil, let threshold = slice[.iou].flatMap(Double.init) {
        self.iou = threshold
        self.slice.values[.iou] = nil
      }
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
