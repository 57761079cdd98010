import ArgumentParser
import Audits

/// How strict the rules are, and how much of what they find is kept.
struct RuleOptions: ParsableArguments {
  @Option(help: "How many pixels a box may reach beyond its image.")
  var boundsTolerance: Double = RuleSettings().boundsTolerance

  @Option(help: "How many findings of each rule the report keeps; all are counted.")
  var findingsPerRule: Int = 1000

  func validate() throws {
    guard boundsTolerance >= 0 && boundsTolerance.isFinite else {
      throw ValidationError("--bounds-tolerance must be a number of at least 0")
    }
    guard findingsPerRule >= 0 else {
      throw ValidationError("--findings-per-rule must be at least 0")
    }
  }

  var settings: RuleSettings { RuleSettings(boundsTolerance: boundsTolerance) }
}
