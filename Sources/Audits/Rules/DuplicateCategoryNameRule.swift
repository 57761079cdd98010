package import Annotations
package import Findings

/// Categories that share their name with one before them.
package struct DuplicateCategoryNameRule: DatasetRule {
  package static let about = RuleAbout(
    id: "duplicate-category-name",
    severity: .warning,
    summary: "a category whose name another category has too",
    rationale: """
      A model learns two classes that nobody can tell apart, and every number per category is split \
      in two. Merging data sets and renaming classes make it.
      """,
    fix: "merge the two categories, or give them names that differ",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]},
                       {"id": 2, "image_id": 1, "category_id": 2, "bbox": [30, 1, 10, 10]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "Cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]},
                       {"id": 2, "image_id": 1, "category_id": 2, "bbox": [30, 1, 10, 10]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ dataset: Dataset, into findings: inout FindingCollector) {
    var firsts: [String: Int] = [:]
    for (row, name) in dataset.categories.names.enumerated() {
      guard let first = firsts[name] else {
        firsts[name] = row
        continue
      }
      findings.report {
        let ids = dataset.categories.ids
        return dataset.finding(
          Self.about,
          category: row,
          "category \(dataset.text(of: ids[row])) is called '\(name)',"
            + " and so is category \(dataset.text(of: ids[first]))"
        )
      }
    }
  }
}
