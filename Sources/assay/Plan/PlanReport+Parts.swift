import Audits
import Findings
import Statistics

/// The parts of a plan, worked out.
extension PlanReport {
  /// Rates that contracts name.
  static let usualRates = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1]

  static func table(_ search: PlanSearch, confidence: Double) -> [ProofRow] {
    usualRates.map { rate in
      ProofRow(
        rate: rate,
        plans: (0...3).map { accepted in
          let plan = search.plan(proving: rate, accepting: accepted, confidence: confidence)
          return ProofRow.Proof(accepted: accepted, inspected: plan?.inspected)
        }
      )
    }
  }
}

extension PlanReport.Plan {
  /// A plan that shows a rate.
  init(_ plan: SamplingPlan, proving rate: Double) {
    self.init(plan, marks: [0, rate / 4, rate / 2, rate, rate * 2])
    proves = rate
    consumerRisk = PlanSearch(lot: plan.lot).risk(of: plan, proving: rate)
  }

  /// A plan between two quality levels.
  init(_ plan: SamplingPlan, acceptable: Double, limiting: Double) {
    let middle = (acceptable + limiting) / 2
    self.init(plan, marks: [0, acceptable / 2, acceptable, middle, limiting, limiting * 1.5])
    self.acceptable = acceptable
    self.limiting = limiting
    producerRisk = 1 - plan.acceptance(atRate: acceptable)
    consumerRisk = plan.acceptance(atRate: limiting)
  }

  private init(_ plan: SamplingPlan, marks: [Double]) {
    inspected = plan.inspected
    accepted = plan.accepted
    consumerRisk = 0
    curve = Set(marks.filter { $0 <= 1 }).sorted().map {
      Point(rate: $0, acceptance: plan.acceptance(atRate: $0))
    }
  }
}

extension PlanReport.Limits {
  init(defects: Int, inspected: Int, lot: Int?, confidence: Double) {
    self.inspected = inspected
    self.defects = defects
    rate = inspected > 0 ? Double(defects) / Double(inspected) : nil
    exact = DefectLimit.exact(defects: defects, inspected: inspected, confidence: confidence).value
    wilson =
      DefectLimit.wilson(defects: defects, inspected: inspected, confidence: confidence).value
    let z = normalQuantile((1 + confidence) / 2)
    let interval = wilsonInterval(successes: defects, trials: inspected, z: z)
    low = interval?.low
    high = interval?.high
    defectiveInLot = lot.map {
      DefectLimit.inLot($0, defects: defects, inspected: inspected, confidence: confidence)
    }
  }
}

extension PlanReport.Pilot {
  init(_ pilot: PilotEvidence, report: String, target: Double, options: PlanOptions) {
    func limits(_ count: PilotEvidence.Count) -> PlanReport.Limits {
      PlanReport.Limits(
        defects: count.defectsAtMost,
        inspected: count.inspected,
        lot: nil,
        confidence: options.confidence.value
      )
    }
    self.report = report
    severity = pilot.severity.rawValue
    defectsAtLeast = pilot.overall.defectsAtLeast
    self.limits = limits(pilot.overall)
    otherFindings = pilot.others
    advice = PlanReport.Advice(self.limits, target: target, options: options)
    categories = pilot.categories.map {
      PlanReport.Pilot.Category(category: $0.name, limits: limits($0.count))
    }
  }
}

extension PlanReport.Advice {
  /// What to inspect next where a pilot showed these limits.
  init(_ limits: PlanReport.Limits, target: Double, options: PlanOptions) {
    let confidence = options.confidence.value
    self.target = target
    cleanUnits = PlanSearch().plan(proving: target, confidence: confidence)?.inspected
    if let exact = limits.exact, exact <= target {
      verdict = .shown
      return
    }
    guard let rate = limits.rate, rate < target else {
      verdict = limits.rate == nil ? .tooSmall : .unlikely
      return
    }
    verdict = .tooSmall
    let plan = PlanSearch().plan(
      acceptable: rate,
      limiting: target,
      producerRisk: options.producerRisk.value,
      consumerRisk: 1 - confidence
    )
    inspected = plan?.inspected
    accepted = plan?.accepted
  }
}
