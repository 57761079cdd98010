import Audits
import Statistics

/// Answers what a user asked of a plan.
struct PlanRun {
  struct Answer {
    var report: PlanReport
    var drawn: DrawnSample?
  }

  let options: PlanOptions
  let sampling: SampleOptions
  /// `nil` where no data set was given.
  let frame: SampleFrame?

  private var confidence: Double { options.confidence.value }

  /// - Throws: `CommandFailure` where there is no such plan or nothing to draw from.
  func answer() throws(CommandFailure) -> Answer {
    let lot = frame?.count ?? options.lot
    guard lot != 0 else { throw CommandFailure("the data set has no \(sampling.unit.rawValue)") }
    if let inspected = options.inspected, let lot, inspected > lot {
      throw CommandFailure("\(inspected) were inspected, but the data set has \(lot)")
    }
    var report = PlanReport(confidence: confidence, lot: lot)
    let plan = try plan(lot)
    report.plan = plan.map { shown($0) }
    report.limits = options.inspected.map {
      PlanReport.Limits(
        defects: options.defects,
        inspected: $0,
        lot: lot,
        confidence: confidence
      )
    }
    report.results = try options.results.map { path throws(CommandFailure) in
      try InspectedSample(path).results(confidence: confidence)
    }
    let isDrawn = frame != nil && sampling.needsDataset
    if plan == nil, report.limits == nil, report.results == nil, !isDrawn {
      report.table = PlanReport.table(PlanSearch(lot: lot), confidence: confidence)
    }
    guard isDrawn, let frame else { return Answer(report: report) }
    let drawn = try draw(frame, plan)
    report.sample = sample(drawn, plan)
    return Answer(report: report, drawn: drawn)
  }

  /// The plan that the options ask for; `nil` where they ask for none.
  private func plan(_ lot: Int?) throws(CommandFailure) -> SamplingPlan? {
    let search = PlanSearch(lot: lot)
    if let aql = options.aql?.value, let ltpd = options.ltpd?.value {
      let plan = search.plan(
        acceptable: aql,
        limiting: ltpd,
        producerRisk: options.producerRisk.value,
        consumerRisk: options.consumerRisk.value
      )
      guard let plan else {
        throw CommandFailure(
          "no plan of a practical size tells \(aql) from \(ltpd); set them apart"
        )
      }
      return plan
    }
    guard let rate = options.prove?.value else { return nil }
    return try proof(rate, search)
  }

  private func proof(_ rate: Double, _ search: PlanSearch) throws(CommandFailure) -> SamplingPlan {
    let accepted = options.accept
    let plan = search.plan(proving: rate, accepting: accepted, confidence: confidence)
    guard let plan else {
      let lot = search.lot.map { " of \($0)" } ?? ""
      throw CommandFailure(
        "no sample\(lot) with \(accepted) defects shows a rate of at most \(rate)"
      )
    }
    return plan
  }

  private func shown(_ plan: SamplingPlan) -> PlanReport.Plan {
    if let aql = options.aql?.value, let ltpd = options.ltpd?.value {
      return PlanReport.Plan(plan, acceptable: aql, limiting: ltpd)
    }
    return PlanReport.Plan(plan, proving: options.prove?.value ?? 0)
  }

  // MARK: The sample

  private func draw(
    _ frame: SampleFrame,
    _ plan: SamplingPlan?
  ) throws(CommandFailure) -> DrawnSample {
    let sizes = frame.strata.map(\.rows.count)
    if sampling.eachStratum {
      var shares: [Int] = []
      for size in sizes { shares.append(try self.plan(size)?.inspected ?? size) }
      guard plan != nil else { throw Self.noSize }
      return DrawnSample(frame, shares: shares, seed: sampling.seed)
    }
    guard let total = sampling.sampleSize ?? plan?.inspected else { throw Self.noSize }
    let shares = sampling.allocation.shares(of: total, among: sizes)
    return DrawnSample(frame, shares: shares, seed: sampling.seed)
  }

  private static let noSize = CommandFailure(
    "how many are to be drawn? give --prove, --aql and --ltpd, or --sample-size"
  )

  private func sample(_ drawn: DrawnSample, _ plan: SamplingPlan?) -> PlanReport.Sample {
    let frame = drawn.frame
    let strata = zip(frame.strata, drawn.shares).map { stratum, share in
      let accepted = sampling.eachStratum ? min(plan?.accepted ?? 0, share) : 0
      let defective = DefectLimit.inLot(
        stratum.rows.count,
        defects: accepted,
        inspected: share,
        confidence: confidence
      )
      var values: [String: String] = [:]
      for (key, value) in zip(frame.keys, stratum.values) { values[key.rawValue] = value }
      return PlanReport.Sample.Stratum(
        values: values,
        name: frame.name(of: stratum),
        units: stratum.rows.count,
        drawn: share,
        accepted: accepted,
        shownRate: Double(defective) / Double(stratum.rows.count)
      )
    }
    return PlanReport.Sample(
      unit: frame.unit.rawValue,
      units: frame.count,
      excluded: frame.excluded,
      drawn: drawn.units.count,
      allocation: sampling.eachStratum ? "each-stratum" : sampling.allocation.rawValue,
      seed: sampling.seed,
      strata: strata,
      lost: []
    )
  }
}
