package import Findings

extension Policy {
  /// Findings that somebody answers for until a day: no limit counts them.
  package struct Waiver: Hashable, Sendable {
    package var subject: Subject
    package var reason: String
    package var owner: String
    /// The last day on which it counts.
    package var expires: CalendarDay
    /// `assay.yml:40`.
    package var place: String

    package enum Subject: Hashable, Sendable {
      /// One finding, by its fingerprint.
      case fingerprint(String)
      /// All findings of a rule, in some images (`*` for any letters), of a category.
      case pattern(rule: String, image: String?, category: String?)
    }

    package init(
      subject: Subject,
      reason: String,
      owner: String,
      expires: CalendarDay,
      place: String
    ) {
      self.subject = subject
      self.reason = reason
      self.owner = owner
      self.expires = expires
      self.place = place
    }

    package func covers(_ finding: Finding) -> Bool {
      switch subject {
      case .fingerprint(let fingerprint): return finding.fingerprint == fingerprint
      case .pattern(let rule, let image, let category):
        guard finding.rule == rule else { return false }
        if let category, finding.category != category { return false }
        guard let image else { return true }
        return finding.image.map { Wildcard(image).matches($0) } ?? false
      }
    }

    /// Whether findings of the rule that a report only counts might be covered, too.
    func mayCover(rule: String) -> Bool {
      switch subject {
      case .fingerprint: true
      case .pattern(let own, _, _): own == rule
      }
    }
  }
}

extension Policy.Waiver.Subject: CustomStringConvertible {
  package var description: String {
    switch self {
    case .fingerprint(let fingerprint): "finding \(fingerprint)"
    case .pattern(let rule, let image, let category):
      (["rule \(rule)"]
        + [image.map { "image \($0)" }, category.map { "category \($0)" }]
        .compactMap { $0 }).joined(separator: ", ")
    }
  }
}
