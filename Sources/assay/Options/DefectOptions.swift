import ArgumentParser
import Audits
import Findings

/// Where a measured defect rate comes from.
struct DefectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Take the defect rate of this report (JSON), with n and interval, or audit this data set for it. \
      Without --labels, its annotations are what is bought; without --objects-per-frame, its images \
      tell the density.
      """,
      valueName: "audit.json"
    )
  )
  var report: String?

  @Option(help: "The number of the report that is the defect rate.")
  var rate: String = "defect-rate"

  @Option(
    help: ArgumentHelp(
      "Of this part of the data: 'annotator=a'; more than once for a part of a part.",
      valueName: "key=value"
    )
  )
  var rateSlice: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The delivery before a rework (a report or a data set), with --after: its defect rate counts, and \
      what the rework left wrong or broke is the defect rate of corrections.
      """,
      valueName: "before.json"
    )
  )
  var before: String?

  @Option(
    help: ArgumentHelp("The delivery after the rework.", valueName: "after.json")
  )
  var after: String?

  @Option(help: "The least severity that makes a finding a defect: error, warning or info.")
  var severity: Severity = .error

  func validate() throws {
    guard (before == nil) == (after == nil) else {
      throw ValidationError("--before and --after go together")
    }
    guard report == nil || before == nil else {
      throw ValidationError("--report and --before exclude each other: both give the defect rate")
    }
    guard report != nil || (rate == "defect-rate" && rateSlice.isEmpty) else {
      throw ValidationError("--rate and --rate-slice go with --report")
    }
    _ = try SliceLabel(rateSlice, option: "--rate-slice")
  }

  /// What was measured; `nil` where nothing was asked for.
  func measured(quiet: Bool) async throws -> MeasuredDefects? {
    if let report {
      let file = try await AuditedFile(report, role: "dataset", quiet: quiet)
      let slice = try SliceLabel(rateSlice, option: "--rate-slice")
      return try reported { () throws(CostProblem) in
        try MeasuredDefects(file.report, name: file.name, rate: rate, slice)
      }
    }
    guard let before, let after else { return nil }
    let old = try await AuditedFile(before, role: "before", quiet: quiet)
    let new = try await AuditedFile(after, role: "after", quiet: quiet)
    return try reported { () throws(CostProblem) in
      try MeasuredDefects(
        before: old.report,
        after: new.report,
        from: severity,
        names: (old.name, new.name)
      )
    }
  }
}

/// Turns a problem of an estimate into a failure that ends the program.
func reported<Result>(
  _ body: () throws(CostProblem) -> Result
) throws(CommandFailure) -> Result {
  do throws(CostProblem) { return try body() } catch { throw CommandFailure(error.description) }
}
