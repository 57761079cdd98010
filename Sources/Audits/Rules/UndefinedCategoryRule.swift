package import Annotations
package import Findings

/// Annotations of a category that the file does not declare.
package struct UndefinedCategoryRule: DatasetRule {
  package static let about = RuleAbout(
    id: "undefined-category",
    severity: .error,
    summary: "an annotation of a category that the file does not define",
    rationale: """
      Nobody can say what the object is called. Training code stops with a key error, or maps the \
      number to another class.
      """,
    fix: "add the category to 'categories', or correct 'category_id'",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 9, "bbox": [1, 1, 10, 10]},
                       {"id": 2, "image_id": 1, "category_id": 1, "bbox": [30, 1, 10, 10]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 0, "name": "cat"}, {"id": 90, "name": "dog"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 0, "bbox": [1, 1, 10, 10]},
                       {"id": 2, "image_id": 1, "category_id": 90, "bbox": [30, 1, 10, 10]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ dataset: Dataset, into findings: inout FindingCollector) {
    let table = dataset.annotations
    for row in 0..<table.count where table.categories[row] == AnnotationTable.noCategory {
      findings.report {
        let id = dataset.text(of: table.categoryIDs[row])
        return dataset.finding(
          Self.about,
          annotation: row,
          "category_id \(id) is none of the \(dataset.categories.count) categories"
        )
      }
    }
  }
}
