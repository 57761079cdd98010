import Findings
import Ledger
import TestSupport
import Testing

@Suite("Accepted runs that a new run is compared with")
struct AcceptedRunsTests {
  private let ledger: Ledger
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger(appendingTo: folder.path + "/q.sqlite")
  }

  /// Enters a run and what was decided about it; gives its number.
  @discardableResult
  private func enter(
    _ report: AuditReport,
    series: String = "",
    _ verdict: RunDecision.Verdict? = .accept
  ) throws -> Int {
    let run = RunRecord(report, series: series, reportSHA256: String(repeating: "0", count: 64))
    let entered = try ledger.append(.run(run), recorded: LedgerSample.time).sequence
    guard let verdict else { return entered }
    let decision = RunDecision(run: entered, verdict: verdict, person: "Ann", reason: "r")
    try ledger.append(.decision(decision), recorded: LedgerSample.time)
    return entered
  }

  private func alike(_ report: AuditReport, series: String = "") throws -> [Int] {
    try ledger.acceptedRuns(like: report, series: series).alike.map(\.run)
  }

  @Test("are of the same command and inputs, or of the same series whatever its inputs are called")
  func sameData() throws {
    let report = LedgerSample.report()
    var audit = report
    audit.command = "audit"
    var renamed = report
    renamed.inputs[0].name = "b.json"
    let plain = try enter(report)
    try enter(audit)
    let other = try enter(renamed)
    let named = try enter(renamed, series: "street")
    #expect(try alike(report) == [plain])
    #expect(try alike(renamed) == [other])
    #expect(try alike(report, series: "street") == [named])
    #expect(try alike(report, series: "elsewhere").isEmpty)
  }

  @Test("are those that a person accepted last, not rejected or undecided ones")
  func decided() throws {
    let report = LedgerSample.report()
    try enter(report, nil)
    try enter(report, .reject)
    let taken = try enter(report)
    #expect(try alike(report) == [taken])
    let rejection = RunDecision(run: taken, verdict: .reject, person: "Bo", reason: "r")
    try ledger.append(.decision(rejection), recorded: LedgerSample.time)
    #expect(try alike(report).isEmpty)
    #expect(try ledger.acceptedRuns(like: report, series: "").last == nil)
  }

  @Test("that measured otherwise only are told, with what was asked for differently")
  func otherwise() throws {
    let other = try enter(LedgerSample.report(iou: 0.7))
    let accepted = try ledger.acceptedRuns(like: LedgerSample.report(), series: "")
    #expect(accepted.alike.isEmpty && accepted.last?.run == other)
    #expect(accepted.last?.differences == ["iou"])
  }

  @Test("measured alike whatever the seed, the day of the gate and the findings it left out")
  func withoutEffect() throws {
    var then = LedgerSample.report()
    then.parameters["as-of"] = .text("2026-11-20")
    then.parameters["rule rare-category"] = .text("off; 3 findings left out")
    var now = then
    now.parameters["as-of"] = .text("2026-11-21")
    now.parameters["seed"] = .number(77)
    now.parameters["rule rare-category"] = .text("off; 5 findings left out")
    let run = try enter(then)
    #expect(try alike(now) == [run])
    now.parameters["rule rare-category"] = .text("severity error")
    #expect(try alike(now).isEmpty)
    try enter(now)
    let runs = try ledger.runs()
    #expect(runs[0].group != runs[1].group)
  }

  @Test("give the numbers that the new report has, by part of the data")
  func records() throws {
    let then = LedgerSample.report(dice: 0.9)
    let run = try enter(then)
    var now = LedgerSample.report().metrics
    now.append(
      MetricRecord(id: "dice", slice: SliceLabel([.size: "small"]), outcome: .undefined("x"))
    )
    // The new part is not in the earlier run; a zero has lost its sign in SQLite.
    #expect(try ledger.records(of: run, like: now) == then.metrics)
  }
}
