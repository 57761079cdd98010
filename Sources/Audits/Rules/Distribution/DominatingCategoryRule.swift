import Annotations
import Findings
import Formats

struct DominatingCategoryRule: DatasetRule {
  static let about = RuleAbout(
    id: "dominating-category",
    severity: .info,
    summary: "a category with nearly all annotations of several",
    rationale: """
      Where nine of ten objects are of one category, a model that knows no other looks good, \
      observed agreement is high by chance alone, and κ is unstable (the prevalence paradox). A data \
      set of fewer than 100 annotations, or with one category in use, is not looked at.
      """,
    fix: "weight or sample the categories, and report numbers by category",
    triggering: [
      ExampleDocument.text(
        categories: ["cat", "dog"],
        ExampleDocument.row(100) + [.init(category: 2, box: "60, 10, 20, 30")]
      )
    ],
    clean: [ExampleDocument.text(categories: ["cat", "dog"], ExampleDocument.row(100))]
  )

  private let share: Double
  private let leastInDataset: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    share = settings.dominatingShare
    leastInDataset = settings.distributionAnnotations
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let counts = dataset.annotationsPerCategory
    let total = counts.reduce(0, +)
    guard total >= leastInDataset, counts.count(where: { $0 > 0 }) > 1 else { return }
    for category in counts.indices where Double(counts[category]) >= share * Double(total) {
      findings.report {
        let message =
          "\(counts[category]) of \(total) annotations are of '\(dataset.categories.names[category])'; "
          + "expected a share below \(share.messageText)"
        return dataset.finding(Self.about, category: category, message)
      }
    }
  }
}
