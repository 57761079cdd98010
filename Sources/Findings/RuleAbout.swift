/// What a rule says about itself: the source of `assay explain`, of the report and of its test.
package struct RuleAbout: Sendable {
  /// Kebab-case, stable, never used again for something else.
  package var id: String
  package var severity: Severity
  /// One line: what it finds.
  package var summary: String
  /// Why it matters, and what it costs downstream.
  package var rationale: String
  /// What to do about a finding.
  package var fix: String
  /// COCO documents in which the rule finds something; keys that do not matter may be left out.
  package var triggering: [String]
  /// COCO documents in which it finds nothing, though one might think so.
  package var clean: [String]

  package init(
    id: String,
    severity: Severity,
    summary: String,
    rationale: String,
    fix: String,
    triggering: [String],
    clean: [String]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.fix = fix
    self.triggering = triggering
    self.clean = clean
  }
}
