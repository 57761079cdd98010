/// Metrics that are shown on request and never decide a verdict.
enum UngatedMetric {
  /// Why no clause may rest on the metric; a clause on it warns whatever its value.
  static func reason(_ metric: String) -> String? {
    guard metric == "cohen-kappa-background" else { return nil }
    return "objects that both missed are in no cell, so chance agreement is biased; alpha counts "
      + "missing objects without it"
  }
}
