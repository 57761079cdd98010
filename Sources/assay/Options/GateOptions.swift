import ArgumentParser
import Findings
import Audits

/// What the delivery is judged by.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Judge the report by this policy (YAML).", valueName: "assay.yml")
  )
  var policy: String?

  @Flag(help: "Exit with 3 where the policy's verdict is inconclusive.")
  var strict = false

  func readPolicy() throws(CommandFailure) -> Policy? {
    guard let policy else { return nil }
    return try PolicyFile.read(
      policy,
      metrics: Set(Definitions.abouts.flatMap(\.outputs).map(\.id) + ["findings"]),
      rules: Set(RuleCatalog.abouts.map(\.id))
    )
  }
}
