import Annotations
import Findings
import Formats

struct DuplicateCategoryIDRule: DatasetRule {
  static let about = RuleAbout(
    id: "duplicate-category-id",
    severity: .error,
    summary: "a category whose id an earlier one has",
    rationale: """
      pycocotools keeps categories by id: the later record replaces the earlier one, whose objects \
      are then trained and scored under the wrong name. Joining files whose ids both start from 1 \
      makes them. Of n categories with one id n − 1 are reported.
      """,
    fix: "give each category an id of its own, and correct category_id in its annotations",
    triggering: [
      """
      {
        "images": [],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 1, "name": "dog"}
        ],
        "annotations": []
      }
      """
    ],
    clean: [
      """
      {
        "images": [],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": "1", "name": "dog"}
        ],
        "annotations": []
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    var firsts: [RecordID: Int] = [:]
    var groups: [RecordID: Fingerprint] = [:]
    for (row, id) in dataset.categories.ids.enumerated() where id != .absent {
      groups[id] = groups[id, default: .empty] + Fingerprint([dataset.categories.names[row]])
    }
    for (row, id) in dataset.categories.ids.enumerated() where id != .absent {
      guard let first = firsts[id] else {
        firsts[id] = row
        continue
      }
      findings.report {
        let message =
          "id \(dataset.text(of: id)) is also that of \(dataset.pointer(ofCategory: first)); ids must be unique"
        return dataset.finding(
          Self.about,
          category: row,
          message,
          // Which of them stands first depends on the order of the file.
          identity: groups[id]?.description
        )
      }
    }
  }
}
