import Annotations
import Findings
import Formats

struct AttributeMissingForSomeRule: DatasetRule {
  static let about = RuleAbout(
    id: "attribute-missing-for-some",
    severity: .info,
    summary: "an annotation without an attribute that nearly all of its category have",
    rationale: """
      An attribute that 90 % of a category's annotations have is asked for in that category; where \
      it is missing, a loader fails, or takes a default that nobody chose. Categories with at least \
      30 annotations are looked at.
      """,
    fix: "ask for the attribute again, or write a value that says that it does not apply",
    triggering: [
      ExampleDocument.text(
        ExampleDocument.row(30, attributes: weather) + [.init(box: "10, 40, 20, 30")]
      )
    ],
    clean: [
      ExampleDocument.text(
        categories: ["cat", "dog"],
        ExampleDocument.row(30, attributes: weather) + [.init(category: 2, box: "10, 40, 20, 30")]
      ), ExampleDocument.text(ExampleDocument.row(30) { $0.isMultiple(of: 2) ? nil : weather($0) }),
    ]
  )

  /// Rain and sun in turn.
  private static func weather(_ position: Int) -> String {
    position.isMultiple(of: 2) ? #"{"weather": "sunny"}"# : #"{"weather": "rain"}"#
  }

  private let leastAnnotations: Int
  private let leastShare: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    leastAnnotations = settings.attributeAnnotations
    leastShare = settings.attributeShare
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    guard dataset.attributes.count > 0 else { return }
    let categories = dataset.annotations.categories
    let totals = dataset.annotationsPerCategory
    var expected = [[StringCode]](repeating: [], count: totals.count)
    for column in dataset.attributeColumns() {
      var having = [Int](repeating: 0, count: totals.count)
      for row in column.rows where categories[row] >= 0 { having[Int(categories[row])] += 1 }
      for category in totals.indices
      where totals[category] >= leastAnnotations
        && Double(having[category]) >= leastShare * Double(totals[category])
      {
        expected[category].append(column.name)
      }
    }
    for row in categories.indices where categories[row] >= 0 {
      let present = dataset.attributes(ofAnnotation: row)
      for name in expected[Int(categories[row])] where !present.contains(where: { $0.name == name })
      {
        findings.report(annotation: row) {
          let message =
            "no '\(dataset.strings[name])', which nearly all annotations of "
            + "'\(dataset.categoryText(ofAnnotation: row))' have"
          return dataset.finding(Self.about, annotation: row, message)
        }
      }
    }
  }
}
