import Findings
import Testing

@Suite("The verdict of all clauses")
struct GateResultTests {
  @Test(
    "is the worst of them",
    arguments: [
      ([Verdict.pass, .warn, .fail, .inconclusive], Verdict.fail),
      ([.pass, .warn, .inconclusive], .inconclusive), ([.pass, .warn], .warn),
      ([.pass, .notApplicable], .pass), ([.notApplicable], .notApplicable), ([], .notApplicable),
    ]
  )
  func worst(verdicts: [Verdict], expected: Verdict) {
    let clauses = verdicts.map {
      GateResult.Clause(
        metric: "dice",
        slice: .overall,
        target: ">= 0",
        bound: "value",
        minimumN: nil,
        verdict: $0,
        measured: nil,
        n: nil,
        low: nil,
        high: nil,
        reason: "",
        place: ""
      )
    }
    #expect(GateResult(clauses: clauses).verdict == expected)
  }
}
