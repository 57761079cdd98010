import ArgumentParser
import Audits
import Findings

struct CostReworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rework",
    abstract:
      "Verifies a rework: what was fixed, is still wrong, was left untouched, is newly broken.",
    discussion: """
      Both are reports (JSON) of 'assay audit', or data sets, which are then audited. Defects are known \
      again by image, category, box and rule; a changed one by its annotation or by the place of its box. \
      'assay cost --before … --after …' takes the result into an estimate.

      Example:
        assay cost rework Fixtures/street/broken.json Fixtures/street/gold.json
      """
  )

  @Argument(help: ArgumentHelp("The delivery before.", valueName: "before.json"))
  var before: String

  @Argument(help: ArgumentHelp("The delivery after the rework.", valueName: "after.json"))
  var after: String

  @OptionGroup
  var options: DefectReportOptions

  func run() async throws {
    // A policy that cannot be read is told before anything else is.
    _ = try options.gate.readPolicy()
    let (old, new) = try await options.read(("before", before), ("after", after))
    let rework = try reported { () throws(CostProblem) in
      try ReworkVerification(
        before: old.report,
        after: new.report,
        from: options.severity,
        names: (old.name, new.name)
      )
    }
    let report = MeasuredRun.report(
      rework: rework,
      inputs: MeasuredDefects.inputs(old.report, "before")
        + MeasuredDefects.inputs(new.report, "after"),
      severity: options.severity
    )
    try options.conclude(report)
  }
}
