import Annotations
import Findings
import Formats

struct RareCategoryRule: DatasetRule {
  static let about = RuleAbout(
    id: "rare-category",
    severity: .info,
    summary: "categories with very few annotations",
    rationale: """
      A detector learns little from fewer than ten objects, and an average precision over them jumps \
      with each of them. The mean over categories counts it like any other, so that one object moves \
      the headline number. Categories without any are `unused-category`; a data set of fewer than \
      100 annotations is too small to say. A data set has one finding, with the rarest category.
      """,
    fix: "collect more images with it, join it with a like category, or report it apart",
    triggering: [
      ExampleDocument.text(
        categories: ["cat", "dog"],
        ExampleDocument.row(100) + [.init(category: 2, box: "60, 10, 20, 30")]
      )
    ],
    clean: [
      ExampleDocument.text(
        categories: ["cat", "dog"],
        ExampleDocument.row(9) + [.init(category: 2, box: "60, 10, 20, 30")]
      )
    ]
  )

  private let leastAnnotations: Int
  private let leastInDataset: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    leastAnnotations = settings.rareCategoryAnnotations
    leastInDataset = settings.distributionAnnotations
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    guard dataset.annotations.count >= leastInDataset else { return }
    let counts = dataset.annotationsPerCategory
    let rare = counts.indices.filter { 0 < counts[$0] && counts[$0] < leastAnnotations }
    // One finding: a set with a long tail would drown all others.
    guard let rarest = rare.min(by: { counts[$0] < counts[$1] }) else { return }
    findings.report {
      let name = dataset.categories.names[rarest]
      let used = counts.count { $0 > 0 }
      let message =
        "\(rare.count) of \(used) categories have fewer than \(leastAnnotations) annotations, '\(name)' the fewest "
        + "with \(counts[rarest])"
      return dataset.finding(Self.about, category: rarest, message)
    }
  }
}
