import Annotations
import Findings
import Formats

struct DuplicateAnnotationIDRule: DatasetRule {
  static let about = RuleAbout(
    id: "duplicate-annotation-id",
    severity: .error,
    summary: "an annotation id that an earlier annotation has as well",
    rationale: """
      pycocotools keeps annotations by id: of two with the same id only the last one can be had, and \
      an evaluation counts it twice and the other one never. Detectron2 refuses the file. Merging, \
      diffing and fixing by id hit the wrong object.
      """,
    fix: "give each annotation an id of its own",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": "x", "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": "x", "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 0, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": "0", "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]},
          {"image_id": 1, "category_id": 1, "bbox": [10, 50, 20, 30]},
          {"image_id": 1, "category_id": 1, "bbox": [60, 50, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let firsts = firstRows(of: dataset.annotations.ids.repeatedIDs, in: dataset.annotations)
    guard !firsts.isEmpty else { return }
    // Which of them stands first depends on the order of the file; all of them together do not.
    var groups: [RecordID: Fingerprint] = [:]
    for (row, id) in dataset.annotations.ids.enumerated() where firsts[id] != nil {
      groups[id] = groups[id, default: .empty] + dataset.fingerprint(ofAnnotation: row)
    }
    for (row, id) in dataset.annotations.ids.enumerated() {
      guard let first = firsts[id], first != row else { continue }
      findings.report(annotation: row) {
        let earlier = dataset.pointer(ofAnnotation: first)
        let message = "id \(dataset.text(of: id)) is also that of \(earlier); ids must be unique"
        return dataset.finding(
          Self.about,
          annotation: row,
          message,
          identity: groups[id]?.description
        )
      }
    }
  }

  /// For each id the annotation that stands first in the files, wherever its image stands.
  private func firstRows(
    of ids: Set<RecordID>,
    in annotations: AnnotationTable
  ) -> [RecordID: Int] {
    guard !ids.isEmpty else { return [:] }
    var firsts: [RecordID: Int] = [:]
    for (row, id) in annotations.ids.enumerated() where ids.contains(id) {
      let place = annotations.places[row]
      if let first = firsts[id].map({ annotations.places[$0] }),
        (first.file, first.index) < (place.file, place.index)
      {
        continue
      }
      firsts[id] = row
    }
    return firsts
  }
}
