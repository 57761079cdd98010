import Reports

/// A plan as people read it on a terminal.
struct PlanText {
  private let report: PlanReport

  init(_ report: PlanReport) { self.report = report }

  var text: String {
    var parts: [[String]] = []
    if let table = report.table { parts.append(proofs(table)) }
    if let plan = report.plan { parts.append(lines(of: plan)) }
    if let limits = report.limits { parts.append(lines(of: limits)) }
    if let pilot = report.pilot { parts.append(lines(of: pilot)) }
    if let sample = report.sample { parts.append(lines(of: sample)) }
    if let results = report.results { parts.append(lines(of: results)) }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var confidence: String { percent(report.confidence) }
  private var ofLot: String {
    report.lot.map { " of a delivery of \(NumberText.grouped($0))" } ?? ""
  }

  private func proofs(_ rows: [PlanReport.ProofRow]) -> [String] {
    let columns = rows.first?.plans.map { "\($0.accepted)" } ?? []
    let header = padded("defects in the sample", 24) + columns.map { padded(left: $0, 12) }.joined()
    return [
      "Units to inspect\(ofLot), to show at \(confidence) that no more are defective than", header,
    ]
      + rows.map { row in
        padded(percent(row.rate), 24)
          + row.plans.map { plan in
            padded(left: plan.inspected.map(NumberText.grouped) ?? "–", 12)
          }.joined()
      }
  }

  private func lines(of plan: PlanReport.Plan) -> [String] {
    var lines = [
      "Inspect \(NumberText.grouped(plan.inspected)) units\(ofLot); accept with "
        + (plan.accepted == 0
          ? "no defect, reject with any"
          : "at most \(NumberText.counted(plan.accepted, "defect")), reject with more")
    ]
    if let rate = plan.proves {
      lines.append(
        "Accepted, it shows at \(confidence) that at most \(percent(rate)) are defective"
      )
    }
    if let acceptable = plan.acceptable, let risk = plan.producerRisk {
      lines.append(
        "With \(percent(acceptable)) defective it is rejected in \(percent(risk)) of cases"
      )
    }
    if let limiting = plan.limiting {
      let risk = percent(plan.consumerRisk)
      lines.append("With \(percent(limiting)) defective it is accepted in \(risk) of cases")
    }
    lines.append("\(padded("defective", 16))accepted in")
    return lines
      + plan.curve.map { "\(padded(percent($0.rate), 16))\(percent($0.acceptance))" }
  }

  private func lines(of limits: PlanReport.Limits) -> [String] {
    let defects = NumberText.counted(limits.defects, "defect")
    let start = "\(defects) in \(NumberText.grouped(limits.inspected)) inspected"
    guard let rate = limits.rate, let exact = limits.exact, let wilson = limits.wilson,
      let low = limits.low, let high = limits.high
    else { return ["\(start) show nothing"] }
    var lines = [
      "\(start) (\(percent(rate))) show at \(confidence) that at most \(percent(exact)) are defective",
      "exact (Clopper–Pearson) \(percent(exact)), by Wilson \(percent(wilson)); "
        + "two-sided, by Wilson \(percent(low)) … \(percent(high))",
    ]
    if let lot = report.lot, let count = limits.defectiveInLot {
      let share = percent(Double(count) / Double(lot))
      lines.append(
        "of \(NumberText.grouped(lot)) units at most \(NumberText.grouped(count)) (\(share)), "
          + "hypergeometric"
      )
    }
    return lines
  }

  private func lines(of pilot: PlanReport.Pilot) -> [String] {
    let limits = pilot.limits
    let found =
      pilot.defectsAtLeast == limits.defects
      ? NumberText.grouped(limits.defects)
      : "\(NumberText.grouped(pilot.defectsAtLeast)) to \(NumberText.grouped(limits.defects))"
    var lines = [
      "Pilot \(pilot.report): \(found) of \(NumberText.grouped(limits.inspected)) annotations have a "
        + "finding of severity \(pilot.severity)\(pilot.severity == "error" ? "" : " or above")"
    ]
    if pilot.otherFindings > 0 {
      let others = NumberText.counted(pilot.otherFindings, "finding")
      lines.append("\(others) about images, categories or the file stand beside them")
    }
    lines += self.lines(of: limits) + advice(pilot.advice)
    guard !pilot.categories.isEmpty else { return lines }
    let width = 2 + (pilot.categories.map(\.category.count).max() ?? 0)
    lines.append(padded("category", width) + "defects / inspected    at most")
    return lines
      + pilot.categories.map { category in
        let limits = category.limits
        let counts =
          "\(NumberText.grouped(limits.defects)) / \(NumberText.grouped(limits.inspected))"
        return padded(TerminalText.plain(category.category), width) + padded(counts, 23)
          + (limits.exact.map(percent) ?? "–")
      }
  }

  private func advice(_ advice: PlanReport.Advice) -> [String] {
    let target = percent(advice.target)
    let clean = advice.cleanUnits.map(NumberText.grouped) ?? "–"
    switch advice.verdict {
    case .shown: return ["At most \(target) is shown already, if the pilot is a random sample"]
    case .unlikely:
      return [
        "At most \(target) is not to be expected of deliveries like this: put right what is found "
          + "first; then \(clean) units without a defect show it"
      ]
    case .tooSmall:
      var lines = ["At most \(target) is not shown yet; \(clean) units without a defect show it"]
      if let inspected = advice.inspected, let accepted = advice.accepted {
        lines.append(
          "A delivery as good as the pilot most likely passes with \(NumberText.grouped(inspected)) "
            + "units and at most \(NumberText.counted(accepted, "defect"))"
        )
      }
      return lines
    }
  }

  private func lines(of sample: PlanReport.Sample) -> [String] {
    let shared =
      sample.strata.count > 1 ? ", shared out by \(sample.allocation) allocation" : ""
    var lines = [
      "Drawn \(NumberText.grouped(sample.drawn)) of \(NumberText.grouped(sample.units)) "
        + "\(sample.unit)\(shared), seed \(sample.seed)"
    ]
    if sample.excluded > 0 {
      let count = NumberText.counted(sample.excluded, "annotation")
      lines.append("\(count) of no declared image or category cannot be drawn")
    }
    for entry in sample.lost {
      lines.append("the COCO file cannot hold \(NumberText.grouped(entry.count)) \(entry.kind)")
    }
    let names = sample.strata.map { TerminalText.plain($0.name) }
    let width = 2 + max("stratum".count, names.map(\.count).max() ?? 0)
    lines.append(
      padded("stratum", width) + padded(left: "drawn", 9) + padded(left: "of", 12)
        + padded(left: "defects", 9) + "  show at \(confidence) at most"
    )
    return lines
      + zip(sample.strata, names).map { stratum, name in
        padded(name, width) + padded(left: NumberText.grouped(stratum.drawn), 9)
          + padded(left: NumberText.grouped(stratum.units), 12)
          + padded(left: NumberText.grouped(stratum.accepted), 9)
          + "  \(percent(stratum.shownRate))"
      }
  }

  private func lines(of results: PlanReport.Results) -> [String] {
    let missing = results.drawn - results.inspected
    var lines = [
      "\(NumberText.counted(results.defects, "defect")) in \(NumberText.grouped(results.inspected)) "
        + "inspected of \(NumberText.grouped(results.units))"
        + (missing > 0 ? "; \(NumberText.grouped(missing)) of the sample have no verdict" : "")
    ]
    if let rate = results.rate, let limit = results.limit {
      lines.append(
        "\(percent(rate)) are defective, weighted; shown at \(confidence) is at most \(percent(limit))"
      )
    } else {
      lines.append("of all nothing is shown: a stratum was not looked at")
    }
    let names = results.strata.map { TerminalText.plain($0.name) }
    let width = 2 + max("stratum".count, names.map(\.count).max() ?? 0)
    lines.append(
      padded("stratum", width) + padded(left: "inspected", 11) + padded(left: "of", 12)
        + padded(left: "defects", 9) + "  show at \(confidence) at most"
    )
    return lines
      + zip(results.strata, names).map { stratum, name in
        padded(name, width) + padded(left: NumberText.grouped(stratum.inspected), 11)
          + padded(left: NumberText.grouped(stratum.units), 12)
          + padded(left: NumberText.grouped(stratum.defects), 9) + "  \(percent(stratum.shownRate))"
      }
  }

  // MARK: Words

  /// Up to three decimals, of small shares four, none that are zeros.
  private func percent(_ share: Double) -> String {
    let decimals = share < 0.0001 ? 5 : share < 0.01 ? 4 : 3
    var digits = NumberText.fixed(share * 100, decimals: decimals)
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return "\(digits) %"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func padded(left text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
