package import Annotations
package import Findings

/// Objects of one category that were drawn twice with exactly the same box.
package struct DuplicateBoxRule: ImageRule {
  package static let about = RuleAbout(
    id: "duplicate-box",
    severity: .error,
    summary: "a box that another object of the same category has too",
    rationale: """
      The object was annotated, and paid for, twice. One prediction can match only one of the two, \
      so the copy is a miss for every model.
      """,
    fix: "remove the copy; if two objects really coincide, draw them apart",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]},
                       {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}, {"id": 2, "file_name": "2.jpg"}],
       "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]},
                       {"id": 2, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 20]},
                       {"id": 3, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 20]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    let categories = dataset.annotations.categories
    for image in slice.images {
      let copies = BoxGroups.of(image: image, in: dataset).flatMap { group in
        group.enumerated().compactMap { position, row in
          group[..<position].first { categories[$0] == categories[row] }
            .map { (row: row, original: $0) }
        }
      }
      for copy in copies.sorted(by: { $0.row < $1.row }) {
        findings.report {
          dataset.finding(
            Self.about,
            annotation: copy.row,
            "box and category are those of \(dataset.name(ofAnnotation: copy.original))",
            evidence: dataset.evidence(otherBox: copy.original)
          )
        }
      }
    }
  }
}
