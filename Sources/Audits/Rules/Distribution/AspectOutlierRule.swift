import Annotations
import Findings
import Formats
import Geometry
import Glibc

struct AspectOutlierRule: DatasetRule {
  static let about = RuleAbout(
    id: "aspect-outlier",
    severity: .info,
    summary: "a box far wider or taller than the others of its category",
    rationale: """
      A box ten times as wide as others of its category joins several objects, is cut by the image's \
      edge, or has the wrong category. The logarithm of the ratio of width to height is held against \
      the median of the category; a distance above 5 robust standard deviations (MAD over 0.6745), \
      and a factor of at least three, counts in categories with at least 30 boxes. Crowd regions are \
      left out.
      """,
    fix: "look at the object; correct its box or category where they are wrong",
    triggering: [ExampleDocument.text(ExampleDocument.alike + [.init(box: "0, 0, 90, 2")])],
    clean: [
      ExampleDocument.text(ExampleDocument.alike),
      ExampleDocument.text(ExampleDocument.alike.prefix(5) + [.init(box: "0, 0, 90, 2")]),
    ]
  )

  private let search: BoxOutlierSearch

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    search = BoxOutlierSearch(
      name: "ratio of width to height",
      leastFactor: settings.aspectOutlierFactor,
      settings: settings
    ) { $0.width / $0.height }
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    search.report(Self.about, in: read.dataset, into: &findings)
  }
}
