import Findings

/// The numbers of `assay cost`.
enum CostMetrics {
  static let about = MetricAbout(
    id: "cost",
    version: 1,
    outputs: [
      .init(
        id: "cost-direct",
        summary: "what the labels cost by the price list",
        unit: "money",
        formula: "D = N · c, with c raised by tier, attributes and agreement; n = labels"
      ),
      .init(
        id: "cost-qa",
        summary: "what quality control costs",
        unit: "money",
        formula: "q · D, or share reviewed · N · seconds · wage; n = labels"
      ),
      .init(
        id: "cost-rework",
        summary: "what corrections cost, or lots that are made again",
        unit: "money",
        formula: "corrections · price of one, or D · P/(1 − P); n = labels"
      ),
      .init(
        id: "cost-remediation",
        summary: "what labels cost that are left wrong and do harm later",
        unit: "money",
        formula: "remaining-defect-rate · N · share exposed · cost of one; n = labels"
      ),
      .init(
        id: "cost-total",
        summary: "the four categories together",
        unit: "money",
        formula: "cost-direct + cost-qa + cost-rework + cost-remediation; n = labels"
      ),
      .init(
        id: "uplift-over-price",
        summary: "what is paid beyond the price, as a share of the price",
        unit: "share",
        formula: "(cost-total − cost-direct) / cost-direct; n = labels"
      ),
      .init(
        id: "unbudgeted-share",
        summary: "what is paid beyond the price, as a share of all that is paid",
        unit: "share",
        formula: "(cost-total − cost-direct) / cost-total; n = labels"
      ),
      .init(
        id: "cost-per-accepted-label",
        summary: "what a label costs that is right in the end",
        unit: "money",
        formula: "cost-total / (N · (1 − remaining-defect-rate)); n = labels"
      ),
      .init(
        id: "corrections",
        summary: "labels that are made again, each as often as it is",
        unit: "labels",
        formula: "Σ h · δₖ · N with δₖ₊₁ = δₖ − h · δₖ · (1 − ρ), or N · P/(1 − P); n = labels"
      ),
      .init(
        id: "rework-rounds",
        summary: "how often work goes back",
        unit: "rounds",
        formula: "rounds that catch at least one label, or P/(1 − P) for lots; n = labels"
      ),
      .init(
        id: "remaining-defect-rate",
        summary: "share of the labels that is wrong after the last round",
        unit: "share",
        formula: "δ after the last round; of lots the defect rate itself; n = labels"
      ),
      .init(
        id: "lot-rejection-rate",
        summary: "probability that a lot fails its sample",
        unit: "share",
        formula: "P(X > c), X ~ Binomial(sample, defect rate); n = labels of the sample"
      ),
      .init(
        id: "break-even-price-multiple",
        summary: "price of a label, by that of the first scenario, at which both cost the same",
        unit: "",
        formula:
          "(total of the first − what is not paid by the label) / what a price of 1 costs; n = labels"
      ),
      .init(
        id: "break-even-remediation",
        summary: "remediation of the first scenario above which this one is cheaper",
        unit: "direct costs of the first",
        formula:
          "(cost-total − (total of the first − its remediation)) / direct cost of the first; n = labels"
      ),
    ],
    source:
      "four categories of the cost of quality; rounds as a geometric series, lots by the binomial distribution"
  )

  /// The numbers of a scenario.
  static func records(_ outcome: CostOutcome, _ slice: SliceLabel) -> [MetricRecord] {
    let record = RecordMaker(outcome, slice)
    let estimate = outcome.estimate
    return [
      record("cost-direct", \.direct),
      record("cost-qa", \.qa, "nothing was said of quality control"),
      record("cost-rework", \.rework),
      record("cost-remediation", \.remediation, "nothing was said of labels that do harm later"),
      record("cost-total", \.total),
      record("uplift-over-price", \.upliftOverPrice, "the price is 0"),
      record("unbudgeted-share", \.unbudgetedShare, "nothing is paid"),
      record("cost-per-accepted-label", \.perAcceptedLabel, "no label is right in the end"),
      record("corrections", \.corrections),
      record("rework-rounds", \.reworkRounds),
      record("remaining-defect-rate", \.remainingDefectRate),
    ]
      + (estimate.rejection == nil
        ? [] : [record("lot-rejection-rate", \.rejection?.probability, "", n: outcome.lotSample)])
      + (outcome.scenario.measurement.map { [Self.record($0, slice)] } ?? [])
  }

  /// Where a scenario stops being dearer than the first one.
  static func records(
    _ breakEven: BreakEven,
    _ outcome: CostOutcome,
    _ slice: SliceLabel
  ) -> [MetricRecord] {
    let record = RecordMaker(outcome, slice)
    return [
      record(
        "break-even-price-multiple",
        breakEven.priceMultiple,
        "no price is low enough, or a price does not matter"
      ),
      record("break-even-remediation", breakEven.remediation, "the first scenario has no price"),
    ]
  }

  private static func record(_ measured: DefectMeasurement, _ slice: SliceLabel) -> MetricRecord {
    MetricRecord(
      id: "defect-rate",
      slice: slice,
      outcome: .number(
        measured.rate,
        n: measured.n,
        interval: measured.interval
      )
    )
  }
}

/// Makes records of one scenario.
private struct RecordMaker {
  private let outcome: CostOutcome
  private let slice: SliceLabel

  init(_ outcome: CostOutcome, _ slice: SliceLabel) {
    self.outcome = outcome
    self.slice = slice
  }

  func callAsFunction(
    _ id: String,
    _ number: (CostEstimate) -> Double?,
    _ reason: String = "",
    n: Int? = nil
  ) -> MetricRecord {
    self(id, outcome.figure(number), reason, n: n)
  }

  func callAsFunction(
    _ id: String,
    _ figure: CostFigure?,
    _ reason: String,
    n: Int? = nil
  ) -> MetricRecord {
    guard let figure else {
      return MetricRecord(id: id, slice: slice, outcome: .undefined(reason))
    }
    var interval: MetricRecord.Interval?
    if let low = figure.low, let high = figure.high {
      interval = .init(low: low, high: high, method: "\(method)-of-defect-rate")
    }
    let labels = Int(outcome.estimate.labels.rounded())
    return MetricRecord(
      id: id,
      slice: slice,
      outcome: .number(figure.value, n: n ?? labels, interval: interval)
    )
  }

  private var method: String { outcome.scenario.measurement?.interval?.method ?? "wilson-95" }
}
