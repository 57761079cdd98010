import Annotations
import Findings
import Formats

struct EmptyCategoryNameRule: DatasetRule {
  static let about = RuleAbout(
    id: "empty-category-name",
    severity: .warning,
    summary: "a category whose name is empty or only space",
    rationale: """
      Tools that keep categories by name, as Pascal VOC and YOLO lists do, lose it or read the next \
      name in its place, and no table or chart can say what its objects are.
      """,
    fix: "give the category its name",
    triggering: [
      """
      {
        "images": [],
        "categories": [
          {"id": 1, "name": ""}
        ],
        "annotations": []
      }
      """,
      """
      {
        "images": [],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 2, "name": " "}
        ],
        "annotations": []
      }
      """,
    ],
    clean: [
      """
      {
        "images": [],
        "categories": [
          {"id": 0, "name": "0"},
          {"id": 1, "name": "_"}
        ],
        "annotations": []
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    for (row, name) in read.dataset.categories.names.enumerated()
    where name.allSatisfy(\.isWhitespace) {
      findings.report {
        let message = "category name is '\(name)'; expected a text that is not empty"
        return read.dataset.finding(Self.about, category: row, message)
      }
    }
  }
}
