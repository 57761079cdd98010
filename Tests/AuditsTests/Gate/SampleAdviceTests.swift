import Audits
import Findings
import Statistics
import Testing

@Suite("Advice on the sample")
struct SampleAdviceTests {
  private func reason(_ record: MetricRecord, _ target: Target, minimumN: Int = 30) -> String {
    let clause = GateSample.clause("dice", .target(target), minimumN: minimumN)
    let report = GateSample.report([record], images: 20)
    return Gate(Policy(clauses: [clause], limits: [])).judge(report).clauses[0].reason
  }

  @Test("scales an interval with √n, and n with the images")
  func root() {
    // The reach of .2 towards .7 must halve: n 40 becomes 160; 120 more objects come on 60 more images.
    let record = GateSample.record("dice", 0.8, n: 40, 0.6, 0.95, method: "bootstrap-image-95")
    #expect(
      reason(record, Target(.atLeast, 0.7)).hasSuffix(
        "straddles >= 0.7; sample about 60 more images (n 160, by √n) to decide it if it stays so"
      )
    )
  }

  @Test("is exact for a Wilson interval: at that n it ends at the target")
  func wilson() throws {
    let range = try #require(wilsonInterval(successes: 32, trials: 40))
    let record = GateSample.record("dice", 0.8, n: 40, range.low, range.high, method: "wilson-95")
    let text = reason(record, Target(.atLeast, 0.7))
    // 1.96² · .7 · .3 / .1² = 80.7: with 81 the lower end reaches .7, with 80 it does not.
    #expect(text.contains("(n 81, by Wilson's interval)"), "\(text)")
    let more = try #require(
      wilsonInterval(successes: 648, trials: 810, z: normal975 * 10.0.squareRoot())
    )
    let less = try #require(
      wilsonInterval(successes: 640, trials: 800, z: normal975 * 10.0.squareRoot())
    )
    #expect(more.low >= 0.7 && less.low < 0.7)
  }

  @Test("says how many images reach the smallest n")
  func minimum() {
    let record = GateSample.record("dice", 1, n: 4, 1, 1)
    #expect(
      reason(record, Target(.atLeast, 0.7)).hasSuffix(
        "n is below 30; sample about 130 more images to reach it"
      )
    )
  }

  @Test("gives none that nobody could follow")
  func useless() {
    let close = GateSample.record("dice", 0.7000001, n: 40, 0.6, 0.8)
    #expect(reason(close, Target(.atLeast, 0.7)).contains("no sample of a practical size decides"))
    let equal = GateSample.record("dice", 0.7, n: 40, 0.6, 0.8)
    #expect(reason(equal, Target(.atLeast, 0.7)).contains("the number is the target"))
  }
}
