import Statistics
import Testing

@Suite("Intervals")
struct IntervalTests {
  @Test("Wilson's touches 0 and 1 exactly at the ends, and has none without a trial")
  func wilsonEnds() throws {
    for trials in [1, 3, 7, 59, 598, 1_000_000_007] {
      let none = try #require(wilsonInterval(successes: 0, trials: trials))
      let all = try #require(wilsonInterval(successes: trials, trials: trials))
      #expect(none.low == 0 && none.high > 0 && none.high < 1)
      #expect(all.high == 1 && all.low < 1 && all.low > 0)
    }
    #expect(wilsonInterval(successes: 0, trials: 0) == nil)
  }

  @Test("no defect in 598 units bounds the exact rate by half a percent, in 59 by five")
  func samplingPlan() throws {
    // One-sided 95 %: 1 − .05^(1/n) = .004997 for 598 and .04951 for 59.
    for (trials, bound) in [(598, 0.005), (59, 0.05)] {
      let interval = try #require(
        ProportionInterval.clopperPearson(successes: 0, trials: trials, level: 0.90)
      )
      #expect(interval.high < bound && interval.high > bound * 0.98)
    }
  }

  @Test("a percentile interval leaves undefined replicates out and counts them")
  func undefinedReplicates() throws {
    let values = (0...100).map { Measured.value(Double($0)) }
    let interval = try #require(
      PercentileInterval(replicates: values + [.undefined(.noPair), .undefined(.oneCategory)])
    )
    // Type 7 over 0…100: positions 2.5 and 97.5 are the values themselves.
    #expect(abs(interval.low - 2.5) < 1e-12)
    #expect(abs(interval.high - 97.5) < 1e-12)
    #expect(interval.replicates == 101)
    #expect(interval.undefined == 2)
    #expect(PercentileInterval(replicates: [Measured.undefined(.noPair)]) == nil)
  }

  @Test("a quantile is undefined without a value, and any quantile of one value is it")
  func quantiles() {
    #expect(quantile(0.5, ofSorted: []) == .undefined(.noValue))
    #expect(quantile(0.99, ofSorted: [4]) == .value(4))
    // h = 3·.5 = 1.5: halfway from 2 to 10. A slice keeps its own indices.
    #expect(quantile(0.5, ofSorted: [1, 2, 10, 11]) == .value(6))
    #expect(quantile(0.5, ofSorted: [0, 1, 2, 10, 11][1...]) == .value(6))
  }
}
