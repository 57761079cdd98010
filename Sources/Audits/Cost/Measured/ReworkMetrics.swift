import Findings
import Metrics

/// The numbers of a delivery that was sent back, and of one batch after another.
enum ReworkMetrics {
  static let about = MetricAbout(
    id: "rework",
    version: 1,
    outputs: [
      .init(
        id: "rework-fixed",
        summary: "defects before that are gone after the rework",
        unit: "defects",
        formula: "n = defects before"
      ),
      .init(
        id: "rework-still-wrong",
        summary: "defects before that were changed and are wrong in the same way",
        unit: "defects",
        formula:
          "same image and rule, and the same annotation id or overlapping boxes; n = defects before"
      ),
      .init(
        id: "rework-untouched",
        summary: "defects before that nobody changed",
        unit: "defects",
        formula: "same fingerprint before and after; n = defects before"
      ),
      .init(
        id: "rework-newly-broken",
        summary: "defects after the rework that were none before",
        unit: "defects",
        formula: "n = defects after"
      ),
      .init(
        id: "rework-defect-rate",
        summary: "defects that a round of rework leaves or makes, by those that it was given",
        unit: "share",
        formula: "(still wrong + untouched + newly broken) / defects before; n = defects before"
      ),
      .init(
        id: "recurrence-rate",
        summary: "share of this batch's defects of a kind that the earlier batch had",
        unit: "share",
        formula:
          "defects in category × rule × cohort cells of the earlier batch / defects; n = defects"
      ),
      .init(
        id: "recurring-defects",
        summary: "defects of a kind that the earlier batch had",
        unit: "defects",
        formula: "count of one cell; n = defects of this batch"
      ),
    ],
    source: "fingerprints of findings; intervals by E. B. Wilson, 1927"
  )

  static func records(_ rework: ReworkVerification) -> [MetricRecord] {
    records(rework, .overall)
      + rework.rules.sorted { $0.key < $1.key }.flatMap {
        records($0.value, SliceLabel([.rule: $0.key]))
      }
  }

  static func records(_ recurrence: Recurrence) -> [MetricRecord] {
    let cells = recurrence.cells.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [
      share("recurrence-rate", .overall, recurrence.recurring, of: recurrence.defects)
    ]
      + cells.map { cell, count in
        var slice = SliceLabel([.rule: cell.rule])
        if !cell.category.isEmpty { slice = slice.with(.category, cell.category) }
        if !cell.cohort.isEmpty { slice = slice.with(.cohort, cell.cohort) }
        return self.count("recurring-defects", slice, count, of: recurrence.defects)
      }
  }

  private static func records(
    _ rework: ReworkVerification,
    _ slice: SliceLabel
  ) -> [MetricRecord] {
    [
      count("rework-fixed", slice, rework.fixed, of: rework.before),
      count("rework-still-wrong", slice, rework.stillWrong, of: rework.before),
      count("rework-untouched", slice, rework.untouched, of: rework.before),
      count("rework-newly-broken", slice, rework.newlyBroken, of: rework.after),
      share("rework-defect-rate", slice, rework.after, of: rework.before),
    ]
  }

  private static func count(
    _ id: String,
    _ slice: SliceLabel,
    _ count: Int,
    of n: Int
  ) -> MetricRecord {
    MetricRecord(id: id, slice: slice, outcome: .number(Double(count), n: n, interval: nil))
  }

  private static func share(
    _ id: String,
    _ slice: SliceLabel,
    _ part: Int,
    of n: Int
  ) -> MetricRecord {
    guard part <= n else {
      return MetricRecord(
        id: id,
        slice: slice,
        outcome: .undefined("there are more defects after the rework than before")
      )
    }
    return MetricRecord(id, slice, share: part, of: n, undefined: "there is no defect")
  }
}
