import ArgumentParser
import Audits
import Findings
import Formats

struct CostRecurrenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recurrence",
    abstract: "Tells how much of a batch's defects are of a kind that an earlier batch had.",
    discussion: """
      A kind is a category, a rule and, with --cohorts, a group of annotators. A high rate says that \
      defects were corrected, but not their cause. Both are reports (JSON) of 'assay audit', or data \
      sets, which are then audited.

      Example:
        assay cost recurrence Fixtures/street/broken.json Fixtures/street/gold.json
      """
  )

  @Argument(help: ArgumentHelp("The earlier batch.", valueName: "earlier.json"))
  var earlier: String

  @Argument(help: ArgumentHelp("The batch that is asked about.", valueName: "later.json"))
  var later: String

  @Option(
    help: ArgumentHelp(
      "A CSV with the columns item (file name of an image) and label (its cohort).",
      valueName: "file"
    )
  )
  var cohorts: String?

  @OptionGroup
  var options: DefectReportOptions

  func run() async throws {
    // A policy that cannot be read is told before anything else is.
    _ = try options.gate.readPolicy()
    let cohorts = try readCohorts()
    let (old, new) = try await options.read(("earlier", earlier), ("later", later))
    let recurrence = try reported { () throws(CostProblem) in
      try Recurrence(
        earlier: old.report,
        later: new.report,
        from: options.severity,
        names: (old.name, new.name),
        cohorts: cohorts
      )
    }
    let report = MeasuredRun.report(
      recurrence: recurrence,
      inputs: MeasuredDefects.inputs(old.report, "earlier")
        + MeasuredDefects.inputs(new.report, "later"),
      severity: options.severity
    )
    try options.conclude(report)
  }

  private func readCohorts() throws(CommandFailure) -> [String: String] {
    guard let cohorts else { return [:] }
    do throws(FormatError) { return try LabelReference.read(cohorts) } catch {
      throw CommandFailure(error.description)
    }
  }
}
