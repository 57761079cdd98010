package import Findings

/// What reports tell an estimate: the defect rate, perhaps that of corrections, and the volume.
package struct MeasuredDefects: Sendable {
  package let rate: DefectMeasurement
  /// How often corrections are wrong; `nil` where no rework was seen.
  package let reworkRate: DefectMeasurement?
  /// The data sets that the reports are about.
  package let inputs: [AuditReport.Input]
  /// What became of the defects.
  package let metrics: [MetricRecord]
  /// Annotations of the data set, those that cannot be used included.
  private let labels: Int
  /// Objects of an image: mean, with the median (or mean, if less) and the most.
  private let density: Assumption?

  /// The rate that a report has.
  ///
  /// - Throws: `CostProblem` where it has none.
  package init(
    _ report: AuditReport,
    name: String,
    rate id: String,
    _ slice: SliceLabel
  ) throws(CostProblem) {
    rate = try DefectMeasurement(id, slice, in: report, name: name)
    reworkRate = nil
    inputs = report.inputs
    metrics = []
    labels = report.inputs.first.map { $0.annotations + $0.quarantined } ?? 0
    density = Self.density(report)
  }

  /// The rate of a delivery, and what a rework made of it.
  ///
  /// - Throws: `CostProblem` where a report lacks what is needed, or the rework left more defects than
  ///   there were.
  package init(
    before: AuditReport,
    after: AuditReport,
    from severity: Severity,
    names: (before: String, after: String)
  ) throws(CostProblem) {
    let rework = try ReworkVerification(before: before, after: after, from: severity, names: names)
    rate = try DefectMeasurement("defect-rate", .overall, in: before, name: names.before)
    metrics = ReworkMetrics.records(rework)
    if rework.before == 0 {
      reworkRate = nil
    } else {
      let summary = AuditReport(
        tool: .current,
        command: "rework",
        parameters: [:],
        inputs: [],
        metrics: metrics,
        findings: .init(total: 0, rules: [], items: [])
      )
      reworkRate = try DefectMeasurement(
        "rework-defect-rate",
        .overall,
        in: summary,
        name: "\(names.before) and \(names.after)"
      )
    }
    inputs = Self.inputs(before, "before") + Self.inputs(after, "after")
    labels = before.inputs.first.map { $0.annotations + $0.quarantined } ?? 0
    density = Self.density(before)
  }

  /// A scenario with what was measured in place of what was assumed.
  ///
  /// Volume and density are taken only where the scenario has none.
  package func applied(to scenario: CostScenario) -> CostScenario {
    var scenario = scenario
    scenario.measure(rate)
    if let reworkRate, scenario[.lotSample] == nil {
      scenario.measure(.reworkDefectRate, reworkRate)
    }
    let volume = Assumption(Double(labels))
    if scenario[.labels] == nil, scenario[.frames] == nil,
      CostParameter.labels.problem(volume) == nil
    {
      scenario[.labels] = volume
    }
    if scenario[.objectsPerFrame] == nil,
      scenario[.frames] != nil || scenario[.pricePerFrame] != nil
    {
      scenario[.objectsPerFrame] = density
    }
    return scenario
  }

  /// The inputs of a report, under the part that they have here.
  package static func inputs(_ report: AuditReport, _ role: String) -> [AuditReport.Input] {
    report.inputs.map { input in
      var input = input
      input.role = role
      return input
    }
  }

  private static func density(_ report: AuditReport) -> Assumption? {
    guard let mean = report.metric("objects-per-image-mean")?.value, mean > 0,
      let most = report.metric("objects-per-image-max")?.value,
      let median = report.metric("objects-per-image-median")?.value
    else { return nil }
    // Half of the images have fewer objects than the median; one without any has no price of an object.
    let density = Assumption(mean, from: max(1, min(median, mean)), to: most)
    return CostParameter.objectsPerFrame.problem(density) == nil ? density : nil
  }
}
