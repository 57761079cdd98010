package import Annotations
package import Findings

/// Annotations that share an id with one before them in the file.
package struct DuplicateAnnotationIDRule: DatasetRule {
  package static let about = RuleAbout(
    id: "duplicate-annotation-id",
    severity: .error,
    summary: "an annotation id that another annotation has too",
    rationale: """
      Tools that look annotations up by id keep one of the two: pycocotools' index holds the last, \
      so the other is never evaluated, and corrections may reach the wrong object.
      """,
    fix: "give every annotation an id of its own; 1, 2, 3 … will do",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 7, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]},
                       {"id": 7, "image_id": 1, "category_id": 1, "bbox": [40, 40, 10, 10]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]},
                       {"image_id": 1, "category_id": 1, "bbox": [40, 40, 10, 10]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ dataset: Dataset, into findings: inout FindingCollector) {
    let table = dataset.annotations
    var firstRows: [RecordID: Int] = [:]
    for row in 0..<table.count where table.ids[row] != .absent {
      let first = firstRows[table.ids[row]]
      let isEarlier = first.map { table.places[row].index < table.places[$0].index } ?? true
      if isEarlier { firstRows[table.ids[row]] = row }
    }
    guard firstRows.count < table.count else { return }
    for row in 0..<table.count {
      guard let first = firstRows[table.ids[row]], first != row else { continue }
      findings.report {
        let place = dataset.place(table.places[first], list: "annotations")
        return dataset.finding(
          Self.about,
          annotation: row,
          "id \(dataset.text(of: table.ids[row])) was given before, at \(place)"
        )
      }
    }
  }
}
