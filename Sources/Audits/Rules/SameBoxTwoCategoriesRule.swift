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
      // One finding for each further category of a box, at its first object.
      let others = BoxGroups.of(image: image, in: dataset).flatMap { group in
        var seen: Set = [categories[group[0]]]
        return group.dropFirst().filter { seen.insert(categories[$0]).inserted }
          .map { (row: $0, first: group[0]) }
      }
      for other in others.sorted(by: { $0.row < $1.row }) {
        findings.report {
          dataset.finding(
            Self.about,
            annotation: other.row,
            "the same box is '\(name(other.first, dataset))'"
              + " as \(dataset.name(ofAnnotation: other.first))",
            evidence: dataset.evidence(otherBox: other.first)
          )
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
