import Findings

/// How often each thing went wrong, and out of how many it could.
struct JudgedErrors: Hashable {
  private var missing = 0
  private var extra = 0
  private var otherCategory = 0
  private var right = 0

  init(_ judgements: some Sequence<AnnotatorJudgement>) {
    for judgement in judgements {
      switch judgement.outcome {
      case .missing: missing += 1
      case .extra: extra += 1
      case .otherCategory: otherCategory += 1
      case .right: right += 1
      }
    }
  }

  /// The rate of each kind of error.
  func records(_ slice: SliceLabel) -> [MetricRecord] {
    func share(_ id: String, _ count: Int, of n: Int) -> MetricRecord {
      MetricRecord(id, slice, share: count, of: n, undefined: "there is no such object")
    }
    let expected = missing + otherCategory + right
    return [
      share("missing-rate", missing, of: expected),
      share("extra-rate", extra, of: extra + otherCategory + right),
      share("category-error-rate", otherCategory, of: otherCategory + right),
      share("annotator-error-rate", missing + extra + otherCategory, of: expected + extra),
    ]
  }

  /// The rates overall and by category.
  static func records(
    of judgements: [AnnotatorJudgement],
    _ slice: SliceLabel,
    categories: [String]
  ) -> [MetricRecord] {
    let byCategory = Dictionary(grouping: judgements, by: \.category).sorted { $0.key < $1.key }
    return JudgedErrors(judgements).records(slice)
      + byCategory.flatMap { category, own in
        JudgedErrors(own).records(slice.with(.category, categories[Int(category)]))
      }
  }
}
