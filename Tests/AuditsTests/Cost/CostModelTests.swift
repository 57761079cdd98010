import Audits
import Testing

@Suite("What labels cost in the end")
struct CostModelTests {
  private func estimate(_ values: [CostParameter: Double]) throws -> CostEstimate {
    try CostEstimate(CostFigures(values.merging([.labels: 200_000, .price: 1]) { own, _ in own }))
  }

  private func isNear(_ one: Double?, _ other: Double, within tolerance: Double = 1e-9) -> Bool {
    one.map { abs($0 - other) <= tolerance } ?? false
  }

  @Test("corrects 10,526.25 labels in 4 rounds where 5 % are wrong and corrections are no better")
  func itemRounds() throws {
    let result = try estimate([.defectRate: 0.05])
    // 200,000 × 5 % = 10,000, of which 5 % = 500, 25, 1.25; the next, 0.0625, is less than a label.
    let expected = [10_000, 500, 25, 1.25]
    let rounds = try #require(result.rounds).corrections
    #expect(rounds.count == expected.count)
    for (found, wanted) in zip(rounds, expected) { #expect(isNear(found, wanted)) }
    #expect(isNear(result.corrections, 10_526.25))
    #expect(result.reworkRounds == 4)
    #expect(isNear(result.rework, 10_526.25))
    #expect(result.direct == 200_000)
    // 0.05⁵ of the labels are still wrong.
    #expect(isNear(result.remainingDefectRate, 3.125e-7, within: 1e-15))
  }

  @Test("corrects 1,005 labels in 2 rounds where 0.5 % are wrong")
  func fewDefects() throws {
    let result = try estimate([.defectRate: 0.005])
    // 1,000 and 5; 0.025 is less than a label.
    #expect(isNear(result.corrections, 1005))
    #expect(result.reworkRounds == 2)
  }

  @Test("counts a round that catches exactly one label")
  func oneLabel() throws {
    // 400 × 5 % = 20, × 5 % = 1, × 5 % = 0.05.
    #expect(try estimate([.labels: 400, .defectRate: 0.05]).reworkRounds == 2)
    #expect(try estimate([.labels: 20, .defectRate: 0.05]).reworkRounds == 1)
    #expect(try estimate([.labels: 19, .defectRate: 0.05]).reworkRounds == 0)
  }

  @Test("leaves what checks do not catch, round after round")
  func imperfectChecks() throws {
    let result = try estimate([
      .labels: 1000, .defectRate: 0.1, .caughtShare: 0.5, .reworkDefectRate: 0.2, .rounds: 2,
    ])
    // δ₁ = 0.1 − 0.5·0.1·0.8 = 0.06, δ₂ = 0.06 − 0.5·0.06·0.8 = 0.036; caught 50, then 30.
    #expect(isNear(result.corrections, 80))
    #expect(isNear(result.remainingDefectRate, 0.036))
    #expect(isNear(result.acceptedLabels, 964))
  }

  @Test("makes whole lots again: +26.7 % with n = 80 and c = 5, +133 % with c = 3")
  func batches() throws {
    let lenient = try estimate([.defectRate: 0.05, .lotSample: 80, .lotAcceptance: 5])
    // scipy 1.17.1: 1 − binom.cdf(5, 80, 0.05), and of 3.
    #expect(isNear(lenient.rejection?.probability, 0.21077532149896283, within: 1e-12))
    #expect(isNear(lenient.upliftOverPrice, 0.267, within: 0.0001))
    #expect(isNear(lenient.corrections, 200_000 * 0.267, within: 100))
    let strict = try estimate([.defectRate: 0.05, .lotSample: 80, .lotAcceptance: 3])
    #expect(isNear(strict.rejection?.probability, 0.5715513627795696, within: 1e-12))
    #expect(isNear(strict.upliftOverPrice, 1.33, within: 0.005))
    #expect(strict.remainingDefectRate == 0.05)
  }

  @Test("adds quality control by share, or by volume and time")
  func qualityControl() throws {
    #expect(try estimate([.defectRate: 0, .qaShare: 0.15]).qa == 30_000)
    // 20 % of 200,000 labels × 9 s = 100 h at 15.
    let timed = try estimate([
      .defectRate: 0, .qaVolume: 0.2, .reviewSeconds: 9, .wage: 15,
    ])
    #expect(isNear(timed.qa, 1500))
    #expect(timed.total == 201_500)
    #expect(try estimate([.defectRate: 0]).qa == nil)
  }

  @Test("adds what escapes, and gives uplift and unbudgeted share apart")
  func categories() throws {
    let result = try estimate([
      .labels: 10_000, .price: 0.1, .defectRate: 0.1, .reworkDefectRate: 0, .caughtShare: 0.6,
      .rounds: 1, .correctionPrice: 0.2, .qaShare: 0.2, .exposedShare: 0.05, .escapeCost: 10,
    ])
    // D 1,000; QA 200; 600 corrections at 0.2 = 120; δ_R = 0.04, so 400 labels × 0.05 × 10 = 200.
    #expect(isNear(result.direct, 1000))
    #expect(isNear(result.rework, 120))
    #expect(isNear(result.remediation, 200))
    #expect(isNear(result.total, 1520))
    // 520 / 1,000 and 520 / 1,520; 1,520 / 9,600 labels that are right.
    #expect(isNear(result.upliftOverPrice, 0.52))
    #expect(isNear(result.unbudgetedShare, 520.0 / 1520))
    #expect(isNear(result.perAcceptedLabel, 1520.0 / 9600))
  }

  @Test("is undefined, not zero, where there is no price or no label that is right")
  func undefined() throws {
    #expect(try estimate([.price: 0, .defectRate: 0.05]).upliftOverPrice == nil)
    #expect(try estimate([.price: 0, .defectRate: 0.05]).unbudgetedShare == nil)
    #expect(try estimate([.defectRate: 1, .rounds: 0]).perAcceptedLabel == nil)
  }

  @Test(
    "says what is missing, and that some rework never ends",
    arguments: [
      ([:], "the defect rate is missing"),
      ([.defectRate: 1], "does not end within 1000 rounds"),
      ([.defectRate: 0.5, .reworkDefectRate: 1], "does not end within 1000 rounds"),
      ([.defectRate: 0.5, .lotSample: 80], "'lot-sample' needs 'lot-acceptance'"),
      ([.defectRate: 0.5, .lotAcceptance: 1], "'lot-acceptance' needs 'lot-sample'"),
      ([.defectRate: 1, .lotSample: 80, .lotAcceptance: 3], "no lot would pass"),
      ([.defectRate: 0, .qaVolume: 0.2, .wage: 3], "'qa-volume' needs 'review-seconds'"),
      ([.defectRate: 0, .escapeCost: 3], "'escape-cost' needs 'exposed-share'"),
      ([.defectRate: 0, .exposedShare: 1], "'exposed-share' needs 'escape-cost'"),
      ([.defectRate: 0, .attributes: 1], "'attributes' needs 'attribute-surcharge'"),
      ([.defectRate: 0, .pricePerFrame: 1], "'price-per-frame' needs 'objects-per-frame'"),
    ] as [([CostParameter: Double], String)]
  )
  func problems(values: [CostParameter: Double], problem: String) {
    let error = #expect(throws: CostProblem.self) { try estimate(values) }
    #expect(error?.description.contains(problem) == true, "\(String(describing: error))")
  }

  @Test("pays a frame by its objects")
  func frames() throws {
    let figures = CostFigures([
      .frames: 1000, .objectsPerFrame: 8, .pricePerFrame: 0.4, .defectRate: 0,
    ])
    let result = try CostEstimate(figures)
    #expect(result.labels == 8000)
    #expect(isNear(result.unitPrice, 0.05))
    #expect(isNear(result.direct, 400))
  }

  @Test("makes objects dearer by tier, attributes and agreement")
  func drivers() throws {
    func factor(_ values: [CostParameter: Double]) throws -> Double {
      try CostDrivers(CostFigures(values)).factor
    }
    // From an IoU of 0.85 on +30–60 %, of which the middle counts.
    #expect(try factor([.iouTier: 0.84]) == 1)
    #expect(isNear(try factor([.iouTier: 0.85]), 1.45))
    #expect(CostDrivers.demandingTierSurcharge.low == 0.3)
    #expect(CostDrivers.demandingTierSurcharge.high == 0.6)
    #expect(CostDrivers.usualAgreementSurcharge.low == 0.2)
    #expect(CostDrivers.usualAgreementSurcharge.high == 0.5)
    #expect(isNear(try factor([.iouTier: 0.9, .tierSurcharge: 0.3]), 1.3))
    // Attributes add linearly: 1 + 4 × 0.1.
    #expect(isNear(try factor([.attributes: 4, .attributeSurcharge: 0.1]), 1.4))
    #expect(
      isNear(
        try factor([
          .iouTier: 0.9, .tierSurcharge: 0.6, .attributes: 4, .attributeSurcharge: 0.1,
          .agreementSurcharge: 0.5,
        ]),
        1.6 * 1.4 * 1.5
      )
    )
  }
}
