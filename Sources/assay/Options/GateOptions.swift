import ArgumentParser
import Audits
import Findings
import Formats

extension CalendarDay: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

/// What the delivery is judged by.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Judge the report by this policy (YAML).", valueName: "assay.yml"),
    completion: .file()
  )
  var policy: String?

  @Flag(help: "Exit with 3 where the policy's verdict is inconclusive.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      """
      Findings that are known: the policy's limits count new ones only. What --write-baseline wrote, \
      or a report.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write the fingerprints of all findings, for a later --baseline.",
      valueName: "file"
    ),
    completion: .file()
  )
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp("A YAML file with more 'waivers' than the policy has.", valueName: "file"),
    completion: .file()
  )
  var waivers: String?

  @Option(
    help: ArgumentHelp(
      """
      The report (JSON) of the last accepted run, by which 'maximum-drop' and 'maximum-rise' are \
      judged; one that failed or could not read all of its records is refused.
      """,
      valueName: "report.json"
    ),
    completion: .file()
  )
  var referenceReport: String?

  @Option(
    help: ArgumentHelp(
      """
      The history whose accepted runs judge 'maximum-drop' and 'maximum-rise' (the last of them) and \
      'minimum-z' (the last 20): those of the same command that measured alike, of the same series \
      (--series) or, without one, of inputs of the same names.
      """,
      valueName: "quality.sqlite"
    ),
    completion: .file()
  )
  var referenceLedger: String?

  @Option(
    help: ArgumentHelp(
      "The day on which waivers are judged, like 2026-11-21; today (UTC) where it is not given.",
      valueName: "day"
    )
  )
  var asOf: CalendarDay?

  func validate() throws {
    for (name, value) in [
      ("--baseline", baseline), ("--waivers", waivers), ("--reference-report", referenceReport),
      ("--reference-ledger", referenceLedger),
    ] where value != nil && policy == nil {
      throw ValidationError("\(name) needs --policy: without a policy there is no verdict")
    }
    if referenceReport != nil && referenceLedger != nil {
      throw ValidationError("only one of --reference-report and --reference-ledger can be given")
    }
  }

  /// The policy, or `nil` where none is given.
  ///
  /// What is wrong with it is told here, and nothing more is run. Only where it names categories, which the
  /// data have to tell, all is told by `check(categories:)` at once.
  func readPolicy() throws(CommandFailure) -> Policy? {
    guard let reading = try reading() else { return nil }
    let policy = reading.namesCategories ? reading.policy : try reading.checked(categories: nil)
    // What else the verdict needs is read again in the end; a run is not to fail that late.
    _ = try gate(policy)
    if let referenceLedger { try LedgerReference(path: referenceLedger, series: "").check() }
    return policy
  }

  /// Tells everything that is wrong with the policy; `categories` are those that the data declare, `nil`
  /// where that is not known.
  func check(categories: [String]?) throws(CommandFailure) {
    _ = try reading()?.checked(categories: categories)
  }

  private func reading() throws(CommandFailure) -> PolicyReading? {
    guard let policy else { return nil }
    let reading = try PolicyFile.read(policy)
    guard let waivers else { return reading }
    return reading.adding(try PolicyFile.read(waivers).checked(categories: nil).waivers)
  }

  /// The gate for a report of a series, with what it compares with.
  func gate(
    _ policy: Policy,
    for report: AuditReport,
    series: String
  ) throws(CommandFailure) -> Gate {
    let gate = try gate(policy)
    guard let referenceLedger else { return gate }
    // As the history would keep it: with what the policy says about rules.
    let asKept = gate.judged(report)
    let reference = LedgerReference(path: referenceLedger, series: series)
    return Gate(
      policy,
      baseline: gate.baseline,
      earlier: try reference.figures(for: asKept, policy),
      today: gate.today
    )
  }

  /// The gate, but for what a history has to say of a report.
  private func gate(_ policy: Policy) throws(CommandFailure) -> Gate {
    var known: (name: String, findings: FindingBaseline)?
    if let baseline { known = (fileName(of: baseline), try ReportFile.readBaseline(baseline)) }
    return Gate(
      policy,
      baseline: known,
      earlier: try earlier(),
      today: asOf ?? CalendarDay(String(UTCTime.now.description.prefix(10)))
    )
  }

  private func earlier() throws(CommandFailure) -> EarlierFigures? {
    guard let referenceReport else { return nil }
    let report = try ReportFile.read(referenceReport)
    do throws(EarlierFigures.Unusable) {
      return try EarlierFigures(report, name: fileName(of: referenceReport))
    } catch {
      throw CommandFailure("\(referenceReport): \(error.description)")
    }
  }

  /// Whether all findings have to be kept until the verdict, however many a report keeps.
  func needsAllFindings(_ policy: Policy?) -> Bool {
    baseline != nil || writeBaseline != nil || policy?.waivers.isEmpty == false
  }
}
