import Audits
import Findings
import Statistics
import Testing

@Suite("A clause on a change")
struct ChangeTests {
  private func judge(
    _ promise: Policy.Promise,
    now: (Double, Double, Double),
    then: (Double, Double, Double)?,
    bound: Policy.Bound? = nil,
    n: Int = 100
  ) throws -> GateResult.Clause {
    let earlier = try then.map {
      try EarlierFigures(
        GateSample.report([GateSample.record("dice", $0.0, n: n, $0.1, $0.2)]),
        name: "last.json"
      )
    }
    let report = GateSample.report([GateSample.record("dice", now.0, n: 100, now.1, now.2)])
    let policy = Policy(clauses: [GateSample.clause("dice", promise, bound: bound)], limits: [])
    return try #require(Gate(policy, earlier: earlier).judge(report).clauses.first)
  }

  @Test("is judged by the interval of the difference")
  func interval() throws {
    // Distances .03 and .04 make .05: the change of −.10 lies in −.15 … −.05.
    let now = (0.70, 0.67, 0.73)
    let then = (0.80, 0.76, 0.84)
    let clause = try judge(.maximumDrop(0.04), now: now, then: then)
    #expect(abs((clause.measured ?? 0) + 0.10) < 1e-12)
    #expect(abs((clause.low ?? 0) + 0.15) < 1e-12 && abs((clause.high ?? 0) + 0.05) < 1e-12)
    #expect(clause.verdict == .fail && clause.target == "drop <= 0.04")
    #expect(
      clause.reason.hasPrefix("dice 0.7, in last.json 0.8: change -0.1 [-0.15, -0.05] (n 100)")
    )
    #expect(try judge(.maximumDrop(0.06), now: now, then: then).verdict == .inconclusive)
    #expect(try judge(.maximumDrop(0.16), now: now, then: then).verdict == .pass)
    #expect(try judge(.maximumDrop(0.11), now: now, then: then, bound: .value).verdict == .pass)
  }

  @Test("may forbid a rise")
  func rise() throws {
    let now = (0.30, 0.27, 0.33)
    let then = (0.20, 0.16, 0.24)
    #expect(try judge(.maximumRise(0.04), now: now, then: then).verdict == .fail)
    #expect(try judge(.maximumRise(0.2), now: now, then: then).verdict == .pass)
    #expect(try judge(.maximumDrop(0), now: now, then: then).verdict == .pass)
  }

  @Test("does not apply without an earlier report, and is inconclusive by a small one")
  func missing() throws {
    let now = (0.70, 0.67, 0.73)
    #expect(try judge(.maximumDrop(0.1), now: now, then: nil).verdict == .notApplicable)
    #expect(
      try judge(.maximumDrop(0.1), now: now, then: (0.7, 0.7, 0.7), n: 4).verdict == .inconclusive
    )
  }

  @Test("never refers to a run that failed or that could not read everything")
  func unusable() {
    var failed = GateSample.report()
    failed.gate = GateResult(clauses: [])
    failed.gate?.verdict = .fail
    #expect(throws: EarlierFigures.Unusable.failed) {
      try EarlierFigures(failed, name: "failed.json")
    }
    #expect(throws: EarlierFigures.Unusable.partial(records: 2)) {
      try EarlierFigures(GateSample.report(quarantined: 2), name: "partial.json")
    }
  }

  @Test("compares only what was measured alike")
  func obstacles() throws {
    let now = GateSample.report(parameters: ["iou": .number(0.5), "seed": .number(1)])
    let other = GateSample.report(parameters: ["iou": .number(0.75), "seed": .number(2)])
    #expect(
      try EarlierFigures(other, name: "x.json").obstacle(to: now)
        == "x.json was made with another iou"
    )
    let audit = GateSample.report(command: "audit")
    #expect(try EarlierFigures(audit, name: "x.json").obstacle(to: now) != nil)
    #expect(try EarlierFigures(now, name: "x.json").obstacle(to: now) == nil)
  }

  private func judge(
    _ judgement: Trend.Judgement?,
    least: Double = -3.5,
    value: Double = 0.7,
    n: Int = 100
  ) throws -> GateResult.Clause {
    let record = GateSample.record("dice", value, n: n)
    let earlier = judgement.map {
      EarlierFigures(
        name: "run 9 of q.sqlite",
        command: "compare",
        parameters: [:],
        records: [],
        standings: [(record, $0)]
      )
    }
    let policy = Policy(clauses: [GateSample.clause("dice", .minimumZ(least))], limits: [])
    return try #require(
      Gate(policy, earlier: earlier).judge(GateSample.report([record])).clauses.first
    )
  }

  @Test("may ask how a number stands beside accepted runs")
  func standing() throws {
    let standing = Trend.Standing(median: 0.8, z: -3.4, window: 20)
    let clause = try judge(.usual(standing))
    #expect(clause.verdict == .pass && clause.measured == -3.4 && clause.target == "z >= -3.5")
    #expect(
      clause.reason
        == "dice 0.7 (n 100), beside 20 accepted runs with the median 0.8: z -3.4 is >= -3.5"
    )
    // The clause's own limit decides, not the one by which a history flags drops.
    #expect(try judge(.usual(standing), least: -3).verdict == .fail)
    #expect(try judge(.drop(standing), least: -4).verdict == .pass)
    #expect(try judge(.drop(standing), n: 4).verdict == .inconclusive)
  }

  @Test(
    "never passes where accepted runs do not say, and fails for any worse number where they do not vary"
  )
  func noStanding() throws {
    #expect(try judge(nil).verdict == .notApplicable)
    let few = try judge(.notJudged("3 of 5 accepted runs before it"))
    #expect(few.verdict == .inconclusive && few.reason.hasSuffix("3 of 5 accepted runs before it"))
    let equal = Trend.Standing(median: 0.8, z: nil, window: 9)
    #expect(try judge(.drop(equal)).verdict == .fail)
    #expect(try judge(.usual(equal)).verdict == .pass)
    // One earlier report is no history.
    let earlier = try EarlierFigures(GateSample.report(), name: "last.json")
    let policy = Policy(clauses: [GateSample.clause("dice", .minimumZ(-3.5))], limits: [])
    let report = GateSample.report([GateSample.record("dice", 0.7, n: 100)])
    #expect(Gate(policy, earlier: earlier).judge(report).clauses.first?.verdict == .notApplicable)
  }

  @Test("of two proportions is Newcombe's")
  func newcombe() throws {
    // R. G. Newcombe, 1998, table II, method 10, example (a): 56/70 − 48/80.
    let found = try #require(newcombeInterval((56, 70), (48, 80)))
    #expect(abs(found.low - 0.0524) < 5e-5 && abs(found.high - 0.3339) < 5e-5)
  }
}
