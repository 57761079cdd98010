import Annotations
import Findings
import Formats
import Geometry
import Glibc

struct SizeOutlierRule: DatasetRule {
  static let about = RuleAbout(
    id: "size-outlier",
    severity: .info,
    summary: "a box far larger or smaller than the others of its category",
    rationale: """
      A box a hundred times the usual area of its category is a group, a wrong category, or a slip \
      of the mouse; one of a hundredth is a fragment. The logarithm of the area is held against the \
      median of the category; a distance above 5 robust standard deviations (MAD over 0.6745), and a \
      factor of at least ten, counts in categories with at least 30 boxes. Crowd regions are left \
      out.
      """,
    fix: "look at the object; correct its box or category where they are wrong",
    triggering: [ExampleDocument.text(ExampleDocument.alike + [.init(box: "0, 0, 0.5, 0.5")])],
    clean: [
      ExampleDocument.text(ExampleDocument.alike),
      ExampleDocument.text(ExampleDocument.alike.prefix(5) + [.init(box: "0, 0, 0.5, 0.5")]),
    ]
  )

  private let search: BoxOutlierSearch

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    search = BoxOutlierSearch(
      name: "area",
      unit: " px²",
      leastFactor: settings.sizeOutlierFactor,
      settings: settings
    ) { $0.area }
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    search.report(Self.about, in: read.dataset, into: &findings)
  }
}
