import Audits
import Findings
import Testing

@Suite("Clauses, from broad to narrow")
struct ClauseAssignmentTests {
  private func judge(
    _ clauses: [Policy.Clause],
    _ metrics: [MetricRecord],
    parameters: [String: AuditReport.ParameterValue] = ["iou": .number(0.5)]
  ) -> [GateResult.Clause] {
    Gate(Policy(clauses: clauses, limits: []))
      .judge(GateSample.report(metrics, parameters: parameters)).clauses
  }

  private let categories = ["car", "cat", "dog"].map {
    GateSample.record("dice", 0.75, n: 50, 0.72, 0.78, slice: [.category: $0])
  }

  @Test("the narrower decides in place of the broader, and says so")
  func narrower() {
    let result = judge(
      [
        GateSample.clause("dice", .target(Target(.atLeast, 0.7)), slice: [.category: "*"], line: 3),
        GateSample.clause(
          "dice",
          .target(Target(.atLeast, 0.9)),
          slice: [.category: "cat"],
          line: 6
        ),
      ],
      categories
    )
    #expect(result.map { $0.slice[.category] } == ["car", "dog", "cat"])
    #expect(result.map(\.verdict) == [.pass, .pass, .fail])
    #expect(result[2].reason.hasSuffix("; decides in place of p.yml:3"))
    #expect(!result[0].reason.contains("in place of"))
  }

  @Test("a narrower clause at another tier decides too, also as a warning")
  func tiers() {
    let metrics = ["car", "cat"].flatMap { name in
      [("0.75", 0.9), ("0.9", 0.6)].map {
        GateSample.record("iou-share", $1, n: 50, slice: [.category: name, .iou: $0])
      }
    }
    let result = judge(
      [
        GateSample.clause(
          "iou-share",
          .target(Target(.atLeast, 0.8)),
          slice: [.category: "*"],
          iou: 0.75,
          bound: .value
        ),
        GateSample.clause(
          "iou-share",
          .target(Target(.atLeast, 0.8)),
          slice: [.category: "cat"],
          iou: 0.9,
          bound: .value,
          severity: .warn
        ),
      ],
      metrics
    )
    #expect(result.map(\.slice.description) == ["category=car, iou=0.75", "category=cat, iou=0.9"])
    #expect(result.map(\.verdict) == [.pass, .warn])
  }

  @Test("both decide where neither is narrower, or where one asks for less and one for more")
  func both() {
    let slice: [SliceKey: String] = [.category: "cat", .size: "small"]
    let metrics = [GateSample.record("dice", 0.75, n: 50, 0.7, 0.8, slice: slice)]
    let crossed = judge(
      [
        GateSample.clause(
          "dice",
          .target(Target(.atLeast, 0.6)),
          slice: [.category: "cat", .size: "*"]
        ),
        GateSample.clause(
          "dice",
          .target(Target(.atLeast, 0.9)),
          slice: [.category: "*", .size: "small"]
        ),
      ],
      metrics
    )
    #expect(crossed.map(\.verdict) == [.pass, .fail])
    let corridor = judge(
      [
        GateSample.clause("dice", .target(Target(.atLeast, 0.6)), slice: [.category: "*"]),
        GateSample.clause("dice", .target(Target(.atMost, 0.77)), slice: [.category: "cat"]),
      ],
      [categories[1]]
    )
    #expect(corridor.map(\.verdict) == [.pass, .inconclusive])
  }

  @Test("three levels: the narrowest decides, and names all that it stands for")
  func levels() {
    let slice: [SliceKey: String] = [.category: "cat", .size: "small"]
    let result = judge(
      [
        GateSample.clause(
          "dice",
          .target(Target(.atLeast, 0.1)),
          slice: [.category: "*", .size: "*"],
          line: 1
        ),
        GateSample.clause(
          "dice",
          .target(Target(.atLeast, 0.2)),
          slice: [.category: "cat", .size: "*"],
          line: 2
        ),
        GateSample.clause("dice", .target(Target(.atLeast, 0.3)), slice: slice, line: 3),
      ],
      [GateSample.record("dice", 0.75, n: 50, 0.7, 0.8, slice: slice)]
    )
    // The broader two then have no number that they decide.
    #expect(result.filter { $0.verdict == .pass }.map(\.place) == ["p.yml:3"])
    #expect(result.last?.reason.hasSuffix("decides in place of p.yml:1, p.yml:2") == true)
  }

  @Test("a τ is that of the matching, or of the curve; one that is not there is inconclusive")
  func thresholds() {
    let metrics = [
      GateSample.record("alpha", 0.6483, n: 99),
      GateSample.record("alpha", 0.7052, n: 99, slice: [.iou: "0.3"]),
    ]
    func verdicts(_ iou: Double?) -> [Verdict] {
      judge(
        [GateSample.clause("alpha", .target(Target(.atLeast, 0.7)), iou: iou, bound: .value)],
        metrics
      ).map(\.verdict)
    }
    #expect(verdicts(nil) == [.fail])
    #expect(verdicts(0.5) == [.fail])
    #expect(verdicts(0.3) == [.pass])
    #expect(verdicts(0.35) == [.inconclusive])
  }
}
