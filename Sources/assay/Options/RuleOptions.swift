import ArgumentParser
import Audits

/// How strict the rules are, and how much of what they find is kept.
struct RuleOptions: ParsableArguments {
  @Option(
    help: "How many pixels a box may reach beyond its image (1 where no policy says otherwise)."
  )
  var boundsTolerance: Double?

  @Option(help: "How many findings of each rule the report keeps; all are counted.")
  var findingsPerRule: Int = 1000

  func validate() throws {
    if let boundsTolerance, !(boundsTolerance >= 0 && boundsTolerance.isFinite) {
      throw ValidationError("--bounds-tolerance must be a number of at least 0")
    }
    guard findingsPerRule >= 0 else {
      throw ValidationError("--findings-per-rule must be at least 0")
    }
  }

  /// Those of the policy, if there is one; what the command line gives comes first.
  func settings(_ policy: Policy?) -> RuleSettings {
    var settings = policy.map { RuleSettings().applying($0) } ?? RuleSettings()
    if let boundsTolerance { settings.boundsTolerance = boundsTolerance }
    return settings
  }
}
