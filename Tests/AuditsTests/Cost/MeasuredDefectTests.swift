import Findings
import Testing

@testable import Audits

@Suite("Measuring defects for an estimate")
struct MeasuredDefectTests {
  private func finding(
    _ rule: String,
    _ image: String,
    _ annotation: String?,
    _ category: String,
    at x: Double,
    severity: Severity = .error
  ) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      image: image,
      annotation: annotation,
      category: category,
      box: [x, 0, 20, 20],
      message: "wrong"
    )
  }

  private func report(
    _ findings: [Finding],
    unlisted: Int = 0,
    metrics: [MetricRecord] = []
  ) -> AuditReport {
    let rules = Dictionary(grouping: findings, by: \.rule).sorted { $0.key < $1.key }.map {
      AuditReport.FindingSummary.RuleCount(
        id: $0.key,
        severity: $0.value[0].severity,
        summary: "",
        count: $0.value.count + unlisted
      )
    }
    return AuditReport(
      tool: .current,
      command: "audit",
      parameters: [:],
      inputs: [],
      metrics: metrics,
      findings: .init(total: findings.count, rules: rules, items: findings)
    )
  }

  private func verify(_ before: [Finding], _ after: [Finding]) throws -> ReworkVerification {
    try ReworkVerification(
      before: report(before),
      after: report(after),
      from: .error,
      names: ("before.json", "after.json")
    )
  }

  @Test("tells fixed, still wrong, untouched and newly broken apart")
  func rework() throws {
    let before = [
      finding("a", "1.jpg", "1", "cat", at: 0), finding("a", "1.jpg", "2", "cat", at: 100),
      finding("a", "1.jpg", "3", "cat", at: 200), finding("a", "2.jpg", "4", "cat", at: 0),
      finding("b", "2.jpg", "5", "dog", at: 0),
    ]
    let after = [
      // As it was, under another id.
      finding("a", "1.jpg", "91", "cat", at: 0),
      // Moved far, but the same annotation.
      finding("a", "1.jpg", "2", "cat", at: 500),
      // Moved a little, with another id; 200–220 and 215–235 overlap.
      finding("a", "1.jpg", "93", "cat", at: 215),
      // Another image, so that it is another thing; and another rule.
      finding("a", "3.jpg", "4", "cat", at: 0), finding("c", "2.jpg", "5", "dog", at: 0),
    ]
    let found = try verify(before, after)
    #expect(found.untouched == 1)
    #expect(found.stillWrong == 2)
    #expect(found.fixed == 2)
    #expect(found.newlyBroken == 2)
    #expect(found.before == 5 && found.after == 5)
    #expect(found.rules["b"]?.fixed == 1)
    #expect(found.rules["c"]?.newlyBroken == 1)
    // The order of the findings changes nothing.
    #expect(try verify(before.reversed(), after.reversed()) == found)
    // Backwards, what was fixed is newly broken.
    let back = try verify(after, before)
    #expect((back.fixed, back.newlyBroken, back.stillWrong) == (2, 2, 2))
  }

  @Test("counts equal findings: of three alike of which two are left, one is fixed")
  func equalFindings() throws {
    let one = finding("a", "1.jpg", "1", "cat", at: 0)
    let found = try verify([one, one, one], [one, one])
    #expect((found.untouched, found.fixed, found.newlyBroken) == (2, 1, 0))
  }

  @Test("leaves findings of lower severity out")
  func severity() throws {
    let warning = finding("w", "1.jpg", "1", "cat", at: 0, severity: .warning)
    #expect(try verify([warning], []).before == 0)
    let all = try ReworkVerification(
      before: report([warning]),
      after: report([]),
      from: .warning,
      names: ("b", "a")
    )
    #expect(all.fixed == 1)
  }

  @Test("refuses a report that counts more defects than it lists")
  func incomplete() {
    let one = finding("a", "1.jpg", "1", "cat", at: 0)
    let error = #expect(throws: CostProblem.self) {
      try ReworkVerification(
        before: report([one], unlisted: 3),
        after: report([]),
        from: .error,
        names: ("before.json", "after.json")
      )
    }
    #expect(error?.description.hasPrefix("before.json: does not list every finding of a") == true)
  }

  @Test("takes what a rework left and broke for the defect rate of corrections")
  func reworkRate() throws {
    let before = (0..<10).map { finding("a", "\($0).jpg", "\($0)", "cat", at: 0) }
    let rate = MetricRecord(
      id: "defect-rate",
      slice: .overall,
      outcome: .number(0.1, n: 100, interval: .init(low: 0.06, high: 0.17, method: "wilson-95"))
    )
    let measured = try MeasuredDefects(
      before: report(before, metrics: [rate]),
      after: report([before[0], before[1], finding("a", "new.jpg", "1", "cat", at: 0)]),
      from: .error,
      names: ("before.json", "after.json")
    )
    #expect(measured.reworkRate?.rate == 0.3)
    #expect(measured.reworkRate?.n == 10)
    let scenario = measured.applied(to: CostScenario(name: "given"))
    #expect(scenario[.defectRate] == Assumption(0.1, from: 0.06, to: 0.17))
    #expect(scenario[.reworkDefectRate]?.value == 0.3)
    #expect(scenario.sources[.defectRate] == "defect-rate of before.json, n 100")
    // A rework that breaks more than it was given has no rate.
    let error = #expect(throws: CostProblem.self) {
      try MeasuredDefects(
        before: report([before[0]], metrics: [rate]),
        after: report(before),
        from: .error,
        names: ("before.json", "after.json")
      )
    }
    #expect(error?.description.contains("more defects after the rework than before") == true)
  }

  @Test("finds kinds of defects again by category, rule and cohort")
  func recurrence() throws {
    let earlier = [
      finding("a", "1.jpg", "1", "cat", at: 0), finding("b", "2.jpg", "2", "dog", at: 0),
    ]
    let later = [
      finding("a", "8.jpg", "1", "cat", at: 50), finding("a", "9.jpg", "2", "cat", at: 60),
      finding("a", "9.jpg", "3", "dog", at: 70), finding("b", "9.jpg", "4", "dog", at: 80),
    ]
    func recurrence(_ cohorts: [String: String]) throws -> Recurrence {
      try Recurrence(
        earlier: report(earlier),
        later: report(later),
        from: .error,
        names: ("earlier.json", "later.json"),
        cohorts: cohorts
      )
    }
    // cat × a twice and dog × b once; dog × a is new.
    let plain = try recurrence([:])
    #expect((plain.recurring, plain.defects) == (3, 4))
    #expect(plain.cells[.init(category: "cat", rule: "a", cohort: "")] == 2)
    // With cohorts only 8.jpg is of the one that had cat × a, and 9.jpg of the one that had dog × b.
    let cohorts = ["1.jpg": "north", "8.jpg": "north", "2.jpg": "south", "9.jpg": "south"]
    #expect(try recurrence(cohorts).recurring == 2)
    let records = ReworkMetrics.records(plain)
    #expect(records[0].value == 0.75 && records[0].n == 4 && records[0].interval != nil)
    #expect(records[1].slice == SliceLabel([.category: "cat", .rule: "a"]))
  }

  @Test("has no recurrence rate without a defect")
  func noDefect() throws {
    let none = try Recurrence(
      earlier: report([]),
      later: report([]),
      from: .error,
      names: ("a", "b")
    )
    #expect(ReworkMetrics.records(none)[0].undefinedReason == "there is no defect")
  }

  @Test("says what a report has where it has not what was asked for")
  func missingRate() {
    let missing = MetricRecord(
      id: "missing-rate",
      slice: SliceLabel([.annotator: "a"]),
      outcome: .number(0.1, n: 10, interval: nil)
    )
    let count = MetricRecord(
      id: "findings",
      slice: .overall,
      outcome: .number(12, n: 10, interval: nil)
    )
    let undefined = MetricRecord(
      id: "defect-rate",
      slice: SliceLabel([.category: "cat"]),
      outcome: .undefined("there is no annotation")
    )
    let report = report([], metrics: [missing, count, undefined])
    func problem(_ id: String, _ slice: SliceLabel) -> String? {
      let error = #expect(throws: CostProblem.self) {
        try DefectMeasurement(id, slice, in: report, name: "r.json")
      }
      return error?.description
    }
    #expect(
      problem("extra-rate", .overall)
        == "r.json: has no 'extra-rate'; rates that it has are missing-rate, defect-rate"
    )
    #expect(
      problem("missing-rate", .overall)
        == "r.json: has no 'missing-rate'; it has that of annotator=a"
    )
    #expect(problem("findings", .overall) == "r.json: 'findings' is 12; a share was expected")
    #expect(
      problem("defect-rate", SliceLabel([.category: "cat"]))
        == "r.json: 'defect-rate (category=cat)' is undefined: there is no annotation"
    )
  }
}
