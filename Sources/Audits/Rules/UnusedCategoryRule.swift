package import Annotations
package import Findings

/// Declared categories without an annotation.
package struct UnusedCategoryRule: DatasetRule {
  package static let about = RuleAbout(
    id: "unused-category",
    severity: .info,
    summary: "a category that no annotation uses",
    rationale: """
      A model that is trained on it has an output that can never be right, and means over the \
      categories change with how a tool counts it. It may also be a class that everybody missed.
      """,
    fix: "remove the category, or find out why nobody used it",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 0, "name": "animals"}, {"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10], "iscrowd": 1}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ dataset: Dataset, into findings: inout FindingCollector) {
    var isUsed = [Bool](repeating: false, count: dataset.categories.count)
    for category in dataset.annotations.categories where category != AnnotationTable.noCategory {
      isUsed[Int(category)] = true
    }
    for row in 0..<dataset.categories.count where !isUsed[row] {
      findings.report {
        dataset.finding(
          Self.about,
          category: row,
          "none of the \(dataset.annotations.count) annotations is of category"
            + " '\(dataset.categories.names[row])'"
        )
      }
    }
  }
}
