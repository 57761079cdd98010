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
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 31, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 2, "name": "dog"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 31, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 20, 30], "attributes": {"weather": "rain"}},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
    ]
  )

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
        findings.report {
          let message =
            "no '\(dataset.strings[name])', which nearly all annotations of "
            + "'\(dataset.categoryText(ofAnnotation: row))' have"
          return dataset.finding(Self.about, annotation: row, message)
        }
      }
    }
  }
}
