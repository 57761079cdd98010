import Statistics
import Testing

/// Reference values: scipy 1.17.1 (`binom.cdf`, `hypergeom.cdf`, `beta.ppf`) and statsmodels 0.15.0
/// (`proportion_confint`), by `Scripts/check-sampling`; single hypergeometric probabilities, of which scipy
/// has eleven digits in large lots, by Python's fractions.
@Suite("Acceptance sampling")
struct SamplingTests {
  @Test(
    "the hypergeometric distribution is exact to twelve digits, in both tails and in large lots",
    arguments: [
      (1000, 50, 80, 5, 0.7963665321416865), (1000, 50, 80, 0, 0.013850713246808671),
      (200_000, 10_000, 80, 5, 0.7892579194629883), (50, 25, 20, 10, 0.6133563604064838),
      (100_000_000, 500_000, 598, 0, 0.04991124352240833),
      (1000, 990, 500, 494, 0.3763335498647787), (20_000, 1000, 2000, 120, 0.9850277474042495),
      (10, 3, 10, 2, 0), (10, 3, 10, 3, 1), (10, 0, 4, 0, 1), (10, 10, 4, 3, 0),
    ]
  )
  func hypergeometric(lot: Int, marked: Int, drawn: Int, count: Int, expected: Double) {
    let got = HypergeometricDistribution(lot: lot, marked: marked, drawn: drawn).cumulative(count)
    #expect(abs(got - expected) <= 1e-12 * expected)
  }

  @Test("the hypergeometric probabilities of a small lot are counts of hands")
  func hands() {
    // Of 5 units 2 are marked; 3 are drawn: C(3,3) = 1 and C(2,1)·C(3,2) = 6 of C(5,3) = 10 hands.
    let sample = HypergeometricDistribution(lot: 5, marked: 2, drawn: 3)
    #expect(abs(sample.cumulative(0) - 0.1) < 1e-15)
    #expect(abs(sample.cumulative(1) - 0.7) < 1e-15)
    #expect(sample.cumulative(2) == 1 && sample.cumulative(-1) == 0)
  }

  @Test("0 of 598 prove half a percent at 95 %, 0 of 59 five percent, and one unit less does not")
  func zeroDefects() throws {
    for (rate, inspected) in [(0.005, 598), (0.05, 59)] {
      let plan = try #require(PlanSearch().plan(proving: rate))
      #expect(plan == SamplingPlan(inspected: inspected, accepted: 0))
      let limit = try #require(DefectLimit.exact(defects: 0, inspected: inspected).value)
      #expect(limit <= rate)
      #expect(try #require(DefectLimit.exact(defects: 0, inspected: inspected - 1).value) > rate)
    }
  }

  @Test(
    "allowing defects costs units, and a lot that is known saves some",
    arguments: [
      (0.005, [598, 947, 1258, 1549]), (0.01, [299, 473, 628, 773]), (0.02, [149, 236, 313, 386]),
      (0.05, [59, 93, 124, 153]),
    ]
  )
  func proving(rate: Double, expected: [Int]) {
    #expect((0...3).map { PlanSearch().plan(proving: rate, accepting: $0)?.inspected } == expected)
    for (lot, inspected) in [(600, 316), (1000, 393), (5000, 543), (200_000, 597)]
    where rate == 0.005 {
      #expect(PlanSearch(lot: lot).plan(proving: rate)?.inspected == inspected)
    }
  }

  @Test("a lot that cannot show the rate with so many defects allowed has no plan")
  func noPlan() {
    // Of 100 units half a percent is none: 1 defect in the sample breaks the promise.
    #expect(PlanSearch(lot: 100).plan(proving: 0.005, accepting: 1) == nil)
    // All but those that may be sound have to be seen: a lot of 100 with one defect.
    #expect(PlanSearch(lot: 100).plan(proving: 0.005)?.inspected == 95)
    #expect(PlanSearch().plan(proving: 0) == nil)
    // One unit of two is defective, one is drawn: a half; both have to be seen.
    #expect(PlanSearch(lot: 2).plan(proving: 0.4)?.inspected == 2)
  }

  @Test("the plan of two quality levels is the smallest that keeps both risks")
  func acceptance() throws {
    let plan = try #require(PlanSearch().plan(acceptable: 0.01, limiting: 0.05))
    #expect(plan == SamplingPlan(inspected: 132, accepted: 3))
    #expect(plan.acceptance(atRate: 0.01) >= 0.95 && plan.acceptance(atRate: 0.05) <= 0.10)
    let finer = PlanSearch().plan(acceptable: 0.005, limiting: 0.02)
    #expect(finer == SamplingPlan(inspected: 462, accepted: 5))
    for (lot, inspected, accepted) in [(1000, 128, 3), (300, 94, 2)] {
      let plan = PlanSearch(lot: lot).plan(acceptable: 0.01, limiting: 0.05)
      #expect(plan == SamplingPlan(inspected: inspected, accepted: accepted, lot: lot))
    }
    // DEFINITIONS §9: n = 80, c = 5 rejects 5 % with .211, c = 3 with .572.
    for (accepted, rejected) in [(5, 0.211), (3, 0.572)] {
      let plan = SamplingPlan(inspected: 80, accepted: accepted)
      #expect(abs(1 - plan.acceptance(atRate: 0.05) - rejected) < 5e-4)
    }
  }

  @Test("two levels that no sample tells apart have no plan")
  func indistinguishable() {
    #expect(PlanSearch().plan(acceptable: 0.0499, limiting: 0.05) == nil)
  }

  @Test(
    "upper limits are statsmodels' one-sided Clopper–Pearson's and Wilson's",
    arguments: [
      (0, 598, 0.004997058694246506, 0.004503942877800606),
      (0, 59, 0.04950760988822693, 0.04384603558524931),
      (3, 200, 0.03830970849856934, 0.03693651799236223),
      (5, 80, 0.12692563640459445, 0.12287281973337705),
    ]
  )
  func limits(defects: Int, inspected: Int, exact: Double, wilson: Double) throws {
    let gotExact = DefectLimit.exact(defects: defects, inspected: inspected).value
    let gotWilson = DefectLimit.wilson(defects: defects, inspected: inspected).value
    #expect(abs(try #require(gotExact) - exact) < 1e-13)
    #expect(abs(try #require(gotWilson) - wilson) < 1e-12)
  }

  @Test("limits are undefined where nothing was inspected, and 1 where all is defective")
  func limitsAtTheEnds() {
    #expect(DefectLimit.exact(defects: 0, inspected: 0) == .undefined(.nothingInspected))
    #expect(DefectLimit.wilson(defects: 0, inspected: 0) == .undefined(.nothingInspected))
    #expect(DefectLimit.exact(defects: 7, inspected: 7) == .value(1))
    #expect(DefectLimit.inLot(40, defects: 0, inspected: 0) == 40)
    #expect(DefectLimit.inLot(40, defects: 3, inspected: 40) == 3)
  }

  @Test("of a lot, the limit is the largest count that the sample does not refute")
  func limitsOfLots() {
    for (lot, defects, inspected, expected) in [
      (1000, 0, 59, 48), (1000, 2, 100, 59), (5000, 0, 598, 23),
    ] {
      #expect(DefectLimit.inLot(lot, defects: defects, inspected: inspected) == expected)
    }
  }

  @Test("a stratified sample weighs each unit by those it stands for, and pays for unequal weights")
  func stratified() throws {
    let proportional = StratifiedSample([
      .init(units: 200, inspected: 20, defects: 1), .init(units: 400, inspected: 40, defects: 0),
    ])
    // 200·1/20 of 600; all weights are 10, so the limit is that of 1 in 60.
    #expect(abs(try #require(proportional.rate.value) - 1.0 / 60) < 1e-15)
    let pooled = try #require(DefectLimit.exact(defects: 1, inspected: 60).value)
    #expect(abs(try #require(proportional.limit().value) - pooled) < 1e-15)
    // Weights 20 and 10: 20·60/1000 = 1.2 times the limit of the pooled counts.
    let unequal = StratifiedSample([
      .init(units: 800, inspected: 40, defects: 1), .init(units: 200, inspected: 20, defects: 0),
    ])
    #expect(abs(try #require(unequal.rate.value) - 0.02) < 1e-15)
    #expect(abs(try #require(unequal.limit().value) - 1.2 * pooled) < 1e-15)
  }

  @Test("a stratified sample shows nothing of all where a stratum was not looked at")
  func stratumLeftOut() {
    let sample = StratifiedSample([
      .init(units: 5, inspected: 5, defects: 0), .init(units: 5, inspected: 0, defects: 0),
    ])
    #expect(sample.rate == .undefined(.stratumLeftOut))
    #expect(sample.limit() == .undefined(.stratumLeftOut))
    #expect(StratifiedSample([]).rate == .undefined(.nothingInspected))
    // All are defective, and a limit above 1 is none.
    #expect(StratifiedSample([.init(units: 9, inspected: 3, defects: 3)]).limit() == .value(1))
  }

  @Test(
    "the limit of a stratified sample holds at least as often as it says",
    arguments: [0, 1, 2]
  )
  func stratifiedCoverage(design: Int) {
    // Units, inspected and defective ones: proportional, equal shares, and defects where few look.
    let designs = [
      [(300, 30, 30), (700, 70, 5)], [(100, 40, 10), (900, 40, 45)], [(50, 40, 0), (950, 60, 95)],
    ][design]
    let units = designs.reduce(0) { $0 + $1.0 }
    let rate = Double(designs.reduce(0) { $0 + $1.2 }) / Double(units)
    var generator = SeededGenerator(seed: 11, stream: UInt64(design))
    var held = 0
    for _ in 0..<2000 {
      let strata = designs.map { size, drawn, defective in
        let found = generator.sample(drawn, of: size).count { $0 < defective }
        return StratifiedSample.Stratum(units: size, inspected: drawn, defects: found)
      }
      if StratifiedSample(strata).limit().value ?? 0 >= rate { held += 1 }
    }
    // 1900 of 2000 are promised; the standard deviation of the count is at most √(2000·.05·.95) = 9.7.
    #expect(held > 1900 - 30)
  }

  @Test("a proportional sample is shared out by size, one of each at least")
  func proportional() {
    let share = SampleAllocation.proportional
    // One each of four, then 6 by 69, 19, 9 and 0 left of 97: 4.27, 1.18, .56 and 0; the last by remainder.
    #expect(share.shares(of: 10, among: [70, 20, 10, 1]) == [5, 2, 2, 1])
    #expect(share.shares(of: 2, among: [10, 30, 20, 0]) == [0, 1, 1, 0])
    #expect(share.shares(of: 99, among: [3, 0, 5]) == [3, 0, 5])
    #expect(share.shares(of: 0, among: [3, 5]) == [0, 0])
  }

  @Test("an equal sample takes what a small stratum lacks from the others")
  func equal() {
    let share = SampleAllocation.equal
    #expect(share.shares(of: 9, among: [50, 50, 50]) == [3, 3, 3])
    #expect(share.shares(of: 10, among: [50, 2, 50]) == [4, 2, 4])
    #expect(share.shares(of: 11, among: [50, 2, 50]) == [5, 2, 4])
  }

  @Test("shares sum to what was asked for, and no stratum gives more than it has")
  func sums() {
    var dice = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let sizes = (0..<dice.index(below: 12) + 1).map { _ in dice.index(below: 40) }
      let total = dice.index(below: 200)
      for allocation in SampleAllocation.allCases {
        let shares = allocation.shares(of: total, among: sizes)
        #expect(shares.reduce(0, +) == min(total, sizes.reduce(0, +)))
        #expect(zip(shares, sizes).allSatisfy { $0 >= 0 && $0 <= $1 })
      }
    }
  }

  @Test(
    "a sample has no position twice, grows from its beginning, and reaches every position alike"
  )
  func drawing() {
    var counts = [Int](repeating: 0, count: 10)
    for seed in 0..<5000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let sample = generator.sample(3, of: 10)
      #expect(Set(sample).count == 3 && sample.allSatisfy { 0..<10 ~= $0 })
      for position in sample { counts[position] += 1 }
    }
    // 1500 each; the standard deviation is √(5000·.3·.7) = 32.4, five of them 162.
    #expect(counts.allSatisfy { abs($0 - 1500) < 162 })
    var (few, many) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    #expect(few.sample(5, of: 100) == Array(many.sample(100, of: 100).prefix(5)))
  }
}
