/// Annotators who are seen together: a team, a site, a shift.
package struct AnnotatorCohort: Hashable, Sendable {
  package var name: String
  /// As the panel names them.
  package var annotators: Set<String>

  package init(name: String, annotators: Set<String>) {
    self.name = name
    self.annotators = annotators
  }
}
