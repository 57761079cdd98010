/// What a metric says about itself: the source of `assay explain` and of the report's definitions.
package struct MetricAbout: Sendable {
  /// Names the state: metric, and `version` when its sums change meaning.
  package var id: String
  package var version: Int
  /// The records it produces.
  package var outputs: [Output]
  /// Paper, standard or definition the formulas come from.
  package var source: String

  /// One metric id of a report.
  package struct Output: Sendable {
    package var id: String
    package var summary: String
    /// `share`, `count`, `px`, …; empty for a coefficient.
    package var unit: String
    package var formula: String

    package init(id: String, summary: String, unit: String, formula: String) {
      self.id = id
      self.summary = summary
      self.unit = unit
      self.formula = formula
    }
  }

  package init(id: String, version: Int, outputs: [Output], source: String) {
    self.id = id
    self.version = version
    self.outputs = outputs
    self.source = source
  }
}
