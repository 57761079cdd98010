import Annotations
import Findings
import Formats

struct DuplicateImageIDRule: DatasetRule {
  static let about = RuleAbout(
    id: "duplicate-image-id",
    severity: .error,
    summary: "an image whose id an earlier one has",
    rationale: """
      pycocotools keeps images by id: the later record replaces the earlier one, whose file is then \
      never loaded, and the annotations of both are drawn on one picture. Joining files whose ids \
      both start from 1 makes them. Of n images with one id n − 1 are reported.
      """,
    fix: "give each image an id of its own, and correct image_id in its annotations",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 1, "file_name": "b.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": "1", "file_name": "b.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let repeated = dataset.images.ids.repeatedIDs
    guard !repeated.isEmpty else { return }
    var firsts: [RecordID: Int] = [:]
    var groups: [RecordID: Fingerprint] = [:]
    for (row, id) in dataset.images.ids.enumerated() where repeated.contains(id) {
      groups[id] = groups[id, default: .empty] + Fingerprint([dataset.images.fileNames[row]])
    }
    for (row, id) in dataset.images.ids.enumerated() where repeated.contains(id) {
      guard let first = firsts[id] else {
        firsts[id] = row
        continue
      }
      findings.report {
        let message =
          "id \(dataset.text(of: id)) is also that of \(dataset.pointer(ofImage: first)); ids must be unique"
        return dataset.finding(
          Self.about,
          image: row,
          message,
          // Which of them stands first depends on the order of the file.
          identity: groups[id]?.description
        )
      }
    }
  }
}
