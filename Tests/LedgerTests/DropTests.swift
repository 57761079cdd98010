import Findings
import Ledger
import TestSupport
import Testing

@Suite("A drop")
struct DropTests {
  private let folder: TemporaryFolder
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger(appendingTo: folder.path + "/q.sqlite")
  }

  private func enter(_ runs: [RunRecord], accept: Bool = true) throws {
    for run in runs {
      let entered = try ledger.append(.run(run), recorded: LedgerSample.time)
      guard accept else { continue }
      let decision = RunDecision(
        run: entered.sequence,
        verdict: .accept,
        person: "Ann",
        reason: "checked"
      )
      try ledger.append(.decision(decision), recorded: LedgerSample.time)
    }
  }

  /// What is said of a number of the last run.
  private func judgement(_ metric: String = "dice") throws -> Trend.Judgement {
    let runs = try ledger.runs()
    let last = try #require(runs.last { $0.state == .complete })
    let group = runs.filter { $0.group == last.group }
    let trend = try ledger.trends(of: group, metrics: [metric], slice: .overall).first
    return try #require(trend?.points.last?.judgement)
  }

  /// Median 0.80; absolute deviations 0.02, 0.01, 0, 0.01, 0.02, so MAD 0.01.
  private let window = [0.78, 0.79, 0.80, 0.81, 0.82].map { LedgerSample.run(dice: $0) }

  @Test("is a robust z of −3.5 or less over the accepted runs before")
  func robustZ() throws {
    try enter(window)
    // z = (0.7 − 0.8) / (1.4826 · 0.01) = −6.7449
    try enter([LedgerSample.run(dice: 0.7)], accept: false)
    guard case .drop(let standing) = try judgement() else {
      Issue.record("no drop: \(try judgement())")
      return
    }
    let z = try #require(standing.z)
    #expect(abs(z + 6.744908) < 1e-5 && standing.window == 5)
    #expect(abs(standing.median - 0.8) < 1e-12)
    // z = −0.05 / 0.014826 = −3.372; the run before was not accepted and changes nothing.
    try enter([LedgerSample.run(dice: 0.75)], accept: false)
    guard case .usual(let usual) = try judgement() else {
      Issue.record("a drop: \(try judgement())")
      return
    }
    #expect(abs(try #require(usual.z) + 3.372454) < 1e-5)
  }

  @Test("is none where the interval of the number itself explains it")
  func uncertain() throws {
    try enter(window)
    // Standard error 0.196 / (2 · 1.96) = 0.05; z = −0.1 / 0.05 = −2.
    let interval = MetricRecord.Interval(low: 0.602, high: 0.798, method: "wilson-95")
    try enter([LedgerSample.run(dice: 0.7, interval: interval)], accept: false)
    guard case .usual(let standing) = try judgement() else {
      Issue.record("a drop: \(try judgement())")
      return
    }
    #expect(abs(try #require(standing.z) + 2) < 1e-3)
  }

  @Test("needs five accepted runs that were made in the same way")
  func window5() throws {
    try enter(Array(window.prefix(4)))
    try enter([LedgerSample.run(dice: 0.9, iou: 0.7), LedgerSample.run(dice: 0.9, series: "other")])
    try enter([LedgerSample.run(dice: 0.1)], accept: false)
    #expect(try judgement() == .notJudged("4 of 5 accepted runs before it"))
  }

  @Test("counts no rejected, partial or failed run")
  func excluded() throws {
    try enter(window)
    for _ in 0..<9 {
      let entered = try ledger.append(.run(LedgerSample.run(dice: 0.1)), recorded: "t")
      let rejection = RunDecision(run: entered.sequence, verdict: .reject, person: "A", reason: "r")
      try ledger.append(.decision(rejection), recorded: "t")
      try enter([LedgerSample.run(dice: 0.1, quarantined: 50)], accept: false)
      let failed = RunRecord(failed: "x", tool: .current, command: "compare", series: "street")
      try ledger.append(.run(failed), recorded: "t")
    }
    try enter([LedgerSample.run(dice: 0.7)], accept: false)
    guard case .drop(let standing) = try judgement() else {
      Issue.record("no drop: \(try judgement())")
      return
    }
    #expect(standing.window == 5 && abs(standing.median - 0.8) < 1e-12)
    let partial = RunDecision(run: 13, verdict: .accept, person: "A", reason: "r")
    #expect(throws: LedgerError.self) { try ledger.append(.decision(partial), recorded: "t") }
  }

  @Test("looks at the last twenty accepted runs only")
  func lastTwenty() throws {
    try enter((0..<30).map { LedgerSample.run(dice: $0 < 10 ? 0.1 : 0.8) })
    try enter([LedgerSample.run(dice: 0.79)], accept: false)
    // Twenty equal numbers: nothing varies, and every worse number is a drop.
    #expect(try judgement() == .drop(Trend.Standing(median: 0.8, z: nil, window: 20)))
    try enter([LedgerSample.run(dice: 0.81)], accept: false)
    #expect(try judgement() == .usual(Trend.Standing(median: 0.8, z: nil, window: 20)))
  }

  @Test("is judged the same for a new number as for one that was entered")
  func newNumber() throws {
    try enter(window)
    try enter([LedgerSample.run(dice: 0.1)], accept: false)
    let accepted = try ledger.acceptedRuns(like: LedgerSample.report(), series: "street")
    #expect(accepted.alike.map(\.run) == [1, 3, 5, 7, 9] && accepted.last == nil)
    let record = MetricRecord(
      id: "dice",
      slice: .overall,
      outcome: .number(0.7, n: 40, interval: nil)
    )
    let judged = try ledger.judgement(of: record, beside: accepted.alike)
    try enter([LedgerSample.run(dice: 0.7)], accept: false)
    #expect(try judged == judgement())
    let absent = MetricRecord(
      id: "iou-p05",
      slice: .overall,
      outcome: .number(0.7, n: 4, interval: nil)
    )
    #expect(
      try ledger.judgement(of: absent, beside: accepted.alike)
        == .notJudged("0 of 5 accepted runs before it")
    )
  }

  @Test("is of no number that is neither good nor bad, or has no value")
  func notJudged() throws {
    try enter(window)
    #expect(try judgement("images") == .notJudged("neither more nor less of it is better"))
    #expect(try judgement("cohen-kappa") == .notJudged("it has no value"))
  }
}
