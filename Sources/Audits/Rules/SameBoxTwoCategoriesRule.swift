package import Annotations
package import Findings

/// Objects of two categories with exactly the same box.
package struct SameBoxTwoCategoriesRule: ImageRule {
  package static let about = RuleAbout(
    id: "same-box-two-categories",
    severity: .warning,
    summary: "a box that an object of another category has too",
    rationale: """
      Usually one object was called two things, by two people or by a model and its reviewer. One of \
      the labels teaches the wrong class.
      """,
    fix: "decide which category is right; if both are, the guideline must say so",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]},
                       {"id": 2, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 20]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]},
                       {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]},
                       {"id": 3, "image_id": 1, "category_id": 2, "bbox": [11, 10, 20, 20]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    let categories = dataset.annotations.categories
    for image in slice.images {
      for group in BoxGroups.of(image: image, in: dataset) {
        // One finding for each further category, at its first object.
        var seen = [categories[group[0]]]
        for row in group.dropFirst() where !seen.contains(categories[row]) {
          seen.append(categories[row])
          findings.report {
            dataset.finding(
              Self.about,
              annotation: row,
              "the same box is '\(name(group[0], dataset))' as \(dataset.name(ofAnnotation: group[0]))",
              evidence: dataset.evidence(otherBox: group[0])
            )
          }
        }
      }
    }
  }

  private func name(_ row: Int, _ dataset: Dataset) -> String {
    let category = dataset.annotations.categories[row]
    return category == AnnotationTable.noCategory
      ? dataset.text(of: dataset.annotations.categoryIDs[row])
      : dataset.categories.names[Int(category)]
  }
}
