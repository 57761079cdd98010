import Statistics
import Testing

@Suite("Comparisons")
struct ComparisonTests {
  @Test("an infinite ratio of variances has probability 0; without any variation there is none")
  func degenerateVariances() throws {
    let apart = try #require(GroupTests.anova([[1, 1], [2, 2]]))
    #expect(apart.ratio == .infinity)
    #expect(apart.p == 0)
    #expect(GroupTests.anova([[2, 2], [2, 2]]) == nil)
    #expect(GroupTests.anova([[1, 2]]) == nil)
    #expect(GroupTests.anova([[1, 2], []]) == nil)
    #expect(GroupTests.kruskalWallis([[3], [3, 3]]) == nil)
    #expect(GroupTests.anova([[1, 2], [3, .nan]]) == nil)
  }

  @Test("the exact Kolmogorov–Smirnov probability counts orders")
  func kolmogorovSmirnov() throws {
    // Of C(6, 3) = 20 orders of 3 + 3 values, 2 separate the samples: D = 1, p = .1.
    let apart = try #require(KolmogorovSmirnov([1, 2, 3], [4, 5, 6]))
    #expect(apart.statistic == 1)
    #expect(abs(apart.exactP - 0.1) < 1e-15)
    let equal = try #require(KolmogorovSmirnov([1, 2], [1, 2]))
    #expect(equal.statistic == 0)
    #expect(equal.exactP == 1)
    #expect(equal.limitP == 1)
    #expect(KolmogorovSmirnov([], [1]) == nil)
    #expect(KolmogorovSmirnov([.nan], [1]) == nil)
  }

  @Test("small Kolmogorov–Smirnov probabilities keep their digits")
  func farTail() throws {
    // Two of C(60, 30) = 118264581564861424 orders separate 30 + 30 values.
    let low = (0..<30).map(Double.init)
    let test = try #require(KolmogorovSmirnov(low, low.map { $0 + 100 }))
    #expect(abs(test.exactP * 118_264_581_564_861_424 / 2 - 1) < 1e-12)
  }

  @Test("Wasserstein's distance of a shift is the shift; of nothing, undefined")
  func wasserstein() {
    let sample = WeightedSample([1, 4, 9])
    #expect(DistributionDistance.wasserstein(sample, WeightedSample([3, 6, 11])) == .value(2))
    #expect(DistributionDistance.wasserstein(sample, WeightedSample([])) == .undefined(.noValue))
  }

  @Test("ranks share the mean of tied places")
  func ranks() {
    let ranking = Ranking([5, 1, 5, 0])
    #expect(ranking.ranks == [3.5, 2, 3.5, 1])
    #expect(ranking.tieSum == 6)
  }

  @Test("adjusting no probability gives none", arguments: MultipleTesting.allCases)
  func emptyFamily(method: MultipleTesting) {
    #expect(method.adjusted([]) == [])
    #expect(method.adjusted([0.2]) == [0.2])
    #expect(method.adjusted([0, 1]) == [0, 1])
  }

  @Test("Newcombe's interval stays inside −1...1")
  func newcombe() throws {
    let interval = try #require(newcombeInterval((9, 9), (0, 7)))
    #expect(interval.high == 1)
    #expect(interval.low > 0 && interval.low < 1)
    #expect(newcombeInterval((1, 2), (0, 0)) == nil)
  }
}
