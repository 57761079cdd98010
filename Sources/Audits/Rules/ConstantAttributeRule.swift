import Annotations
import Findings
import Formats

struct ConstantAttributeRule: DatasetRule {
  static let about = RuleAbout(
    id: "constant-attribute",
    severity: .info,
    summary: "an attribute with the same value in every annotation that has it",
    rationale: """
      A question that everybody answers alike was not asked, or the tool's default was never \
      changed: the time to annotate it is spent for nothing, and agreement on it is perfect without \
      meaning anything. Attributes of at least 30 annotations are looked at; a mark that is never \
      set (false or 0) is left out.
      """,
    fix: "take the attribute out, or check that annotators did answer it",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 10, 20, 30], "attributes": {"weather": "sunny"}}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 10, 20, 30], "attributes": {"weather": "rain"}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 20, 30], "attributes": {"weather": "sunny"}},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 20, 30], "attributes": {"weather": "sunny"}}
        ]
      }
      """,
    ]
  )

  private let leastAnnotations: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { leastAnnotations = settings.attributeAnnotations }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    for column in dataset.attributeColumns() where column.rows.count >= leastAnnotations {
      guard column.counts.count == 1, let value = column.counts.first?.value,
        // A mark for something rare is as it should be where it is never set.
        value != .flag(false), value != .number(0)
      else { continue }
      findings.report {
        let message =
          "'\(dataset.strings[column.name])' is \(dataset.text(of: value)) in all \(column.rows.count) annotations "
          + "that have it; expected different values"
        return dataset.finding(Self.about, annotation: column.rows[0], message)
      }
    }
  }
}
