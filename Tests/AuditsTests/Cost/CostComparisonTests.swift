import Audits
import Findings
import Testing

@Suite("Comparing what labels cost")
struct CostComparisonTests {
  private func scenario(_ values: [CostParameter: Double]) -> CostScenario {
    var scenario = CostScenario(name: "given")
    scenario[.labels] = Assumption(200_000)
    scenario[.price] = Assumption(1)
    for (parameter, value) in values { scenario[parameter] = Assumption(value) }
    return scenario
  }

  private func isNear(_ one: Double?, _ other: Double, within tolerance: Double) -> Bool {
    one.map { abs($0 - other) <= tolerance } ?? false
  }

  /// Managed work at 0.5 % costs 1.005025 of its price; crowd work between 1.2026 (15 % for quality
  /// control, 5.263 % for corrections) and 1.6 (the upper end of what the trade names) before remediation.
  @Test(
    "finds the remediation above which a dearer vendor is the cheaper one",
    arguments: [(2, 0.41, 0.81), (2.5, 0.91, 1.31), (3, 1.42, 1.81)]
  )
  func remediation(multiple: Double, low: Double, high: Double) throws {
    let managed = try CostOutcome(scenario([.defectRate: 0.005, .priceMultiple: multiple]))
    let cheap = try CostOutcome(scenario([.defectRate: 0.05, .qaShare: 0.15]))
    let dear = try CostOutcome(scenario([.defectRate: 0.05, .qaShare: 0.6 - 10_526.25 / 200_000]))
    #expect(isNear(try BreakEven(cheap, managed).remediation?.value, high, within: 0.005))
    #expect(isNear(try BreakEven(dear, managed).remediation?.value, low, within: 0.005))
  }

  @Test("finds the price multiple at which both cost the same")
  func priceMultiple() throws {
    let crowd = try CostOutcome(
      scenario([.defectRate: 0.05, .qaShare: 0.2, .price: 0.5])
    )
    var other = scenario([.defectRate: 0.005, .price: 0.7, .qaVolume: 0.1])
    other[.reviewSeconds] = Assumption(9)
    other[.wage] = Assumption(20)
    let multiple = try #require(try BreakEven(crowd, CostOutcome(other)).priceMultiple).value
    // Crowd: 0.5 · (200,000 · 1.2 + 10,526.25) = 125,263.125. Other: 10 % · 200,000 · 9 s = 50 h · 20 = 1,000,
    // and 201,005 prices: (125,263.125 − 1,000) / 201,005 = 0.618209…, which is 1.236418 × 0.5.
    #expect(isNear(multiple, 1.236418, within: 1e-6))
    // At that price both totals are indeed equal.
    other[.price] = Assumption(0.5 * multiple)
    let total = try CostOutcome(other).estimate.total
    #expect(isNear(total, crowd.estimate.total, within: 1e-6))
  }

  @Test("has no price multiple where even free labels are dearer")
  func noPriceMultiple() throws {
    let cheap = try CostOutcome(scenario([.defectRate: 0]))
    var other = scenario([.defectRate: 0, .qaVolume: 1])
    other[.reviewSeconds] = Assumption(3600)
    other[.wage] = Assumption(20)
    #expect(try BreakEven(cheap, CostOutcome(other)).priceMultiple == nil)
  }

  @Test("carries the interval of a measured defect rate to every result")
  func measured() throws {
    var scenario = scenario([.qaShare: 0.2, .exposedShare: 0.1, .escapeCost: 50])
    scenario.measure(
      DefectMeasurement(
        rate: 0.05,
        n: 1000,
        interval: .init(low: 0.038, high: 0.065, method: "wilson-95"),
        source: "an audit"
      )
    )
    let outcome = try CostOutcome(scenario)
    let corrections = try #require(outcome.figure(\.corrections))
    #expect(isNear(corrections.value, 10_526.25, within: 1e-9))
    // 200,000 × (0.038 + 0.038² + …) for 3 rounds: 7,600 + 288.8 + 10.9744 = 7,899.7744.
    #expect(isNear(corrections.low, 7899.7744, within: 1e-6))
    // 200,000 × (0.065 + … + 0.065⁴) = 13,000 + 845 + 54.925 + 3.570125 = 13,903.495125.
    #expect(isNear(corrections.high, 13_903.495125, within: 1e-6))
    for number in [
      \CostEstimate.perAcceptedLabel, \.upliftOverPrice, \.unbudgetedShare, \.remediation,
    ] {
      let figure = try #require(outcome.figure { $0[keyPath: number] })
      let (low, high) = (try #require(figure.low), try #require(figure.high))
      #expect(low < figure.value && figure.value < high)
    }
    #expect(outcome.figure(\.direct)?.low == 200_000)
  }

  /// What is left falls where one more round is worth it.
  @Test("bounds what is left for every rate of the interval, not only at its ends")
  func bounds() throws {
    var scenario = scenario([.labels: 3000, .caughtShare: 0.3])
    scenario.measure(
      DefectMeasurement(
        rate: 0.05,
        n: 200,
        interval: .init(low: 0.027, high: 0.09, method: "wilson-95"),
        source: "an audit"
      )
    )
    let outcome = try CostOutcome(scenario)
    let range = try #require(outcome.figure(\.remainingDefectRate))
    let (low, high) = (try #require(range.low), try #require(range.high))
    for step in 0...500 {
      let rate = 0.027 + 0.063 * Double(step) / 500
      let left = try CostEstimate(scenario.figures.with(.defectRate, rate)).remainingDefectRate
      #expect(low - 1e-9 <= left && left <= high + 1e-9, "\(rate)")
    }
  }

  @Test("tells why there is no range where the upper end has no estimate")
  func noRange() throws {
    var scenario = scenario([:])
    scenario.measure(
      DefectMeasurement(
        rate: 0.5,
        n: 1,
        interval: .init(low: 0.1, high: 1, method: "wilson-95"),
        source: "an audit"
      )
    )
    let outcome = try CostOutcome(scenario)
    #expect(outcome.figure(\.total)?.low == nil)
    #expect(outcome.rangeProblem?.description.contains("does not end") == true)
  }

  @Test("ranks what is uncertain by how far it moves the total")
  func tornado() throws {
    var scenario = scenario([.defectRate: 0.05, .lotSample: 80, .lotAcceptance: 5])
    scenario[.qaShare] = Assumption(from: 0.15, to: 0.25)
    let bars = CostSensitivity.all(of: scenario)
    // A defect rate 25 % off changes how many lots fail, quality control by share moves ± 10,000.
    #expect(bars.map(\.parameter) == [.defectRate, .qaShare])
    #expect(isNear(bars[1].swing, 20_000, within: 1e-6))
    #expect(isNear(bars[0].low, 0.0375, within: 1e-12) && bars[0].high == 0.0625)
  }

  @Test("takes an agreed number for uncertain only where it has a range")
  func agreed() throws {
    var scenario = scenario([.defectRate: 0])
    #expect(CostSensitivity.all(of: scenario).isEmpty)
    scenario[.priceMultiple] = Assumption(from: 2, to: 3)
    #expect(CostSensitivity.all(of: scenario).map(\.parameter) == [.priceMultiple])
    scenario[.priceMultiple] = nil
    scenario[.iouTier] = Assumption(0.9)
    #expect(CostSensitivity.all(of: scenario.completed).map(\.parameter) == [.tierSurcharge])
  }

  @Test("warns where the price of a frame hides the price of an object")
  func framePricing() throws {
    var scenario = scenario([.defectRate: 0, .pricePerFrame: 0.5])
    #expect(scenario[.price] == nil)
    scenario[.objectsPerFrame] = Assumption(8, from: 2, to: 30)
    let pricing = try #require(FramePricing(scenario))
    #expect(pricing.objectPrices == [0.25, 0.0625, 0.5 / 30])
    #expect(pricing.spread == 15)
    #expect(pricing.warning?.contains("15 times less") == true)
    #expect(pricing.breakEvenDensity(objectPrice: 0.05) == 10)
    scenario[.objectsPerFrame] = Assumption(8, from: 6, to: 10)
    #expect(FramePricing(scenario)?.warning == nil)
    #expect(FramePricing(self.scenario([:])) == nil)
  }

  @Test("tells from how many objects on a price of a frame is the lower one")
  func frameAgainstObject() throws {
    var byFrame = scenario([.defectRate: 0, .pricePerFrame: 0.5, .objectsPerFrame: 8])
    byFrame.name = "frames"
    var byObject = CostScenario(name: "objects")
    byObject[.price] = Assumption(0.04)
    byObject[.defectRate] = Assumption(0)
    let expected =
      "a frame at 0.5 (frames) is dearer than its objects at 0.04 (objects) with fewer than 12.5 "
      + "objects, and cheaper with more"
    for scenarios in [[byFrame, byObject], [byObject, byFrame]] {
      var scenarios = scenarios
      scenarios[0][.labels] = Assumption(8000)
      let cost = try #require(try CostRun(scenarios: scenarios).report().cost)
      #expect(cost.scenarios[1].notes.contains(expected), "\(cost.scenarios[1].notes)")
      #expect(!cost.scenarios[0].notes.contains(expected))
    }
  }

  @Test("reads a number or a range, and nothing else")
  func assumptions() {
    #expect(Assumption(text: "0.05") == Assumption(0.05))
    #expect(Assumption(text: "0.15..0.25") == Assumption(from: 0.15, to: 0.25))
    #expect(Assumption(text: "2..3")?.value == 2.5)
    #expect(Assumption(text: "1e3") == Assumption(1000))
    for text in ["", "..", "1..", "..2", "a", "nan", "inf", "1..nan", "1...2", "1..2..3", "0x"] {
      #expect(Assumption(text: text) == nil, "\(text)")
    }
  }
}
