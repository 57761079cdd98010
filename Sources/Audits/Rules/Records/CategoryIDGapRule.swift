import Annotations
import Findings
import Formats

struct CategoryIDGapRule: DatasetRule {
  static let about = RuleAbout(
    id: "category-id-gap",
    severity: .info,
    summary: "category ids with gaps between them",
    rationale: """
      Training code that takes the id for the row of the output layer reads past its end, or trains \
      outputs that mean nothing. COCO's own 80 categories have ids up to 90, so gaps are allowed; \
      whoever uses the file has to map ids to rows. Reported once, with the first category after a \
      gap.
      """,
    fix: "number the categories without gaps, or keep a map from id to row beside the file",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 4, "name": "dog"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 4, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 2, "name": "dog"},
          {"id": 1, "name": "cat"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 2, "bbox": [60, 10, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 0, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 0, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let categories = read.dataset.categories
    let numbered = categories.ids.enumerated().compactMap { row, id -> (id: Int64, row: Int)? in
      guard case .number(let number) = id else { return nil }
      return (number, row)
    }.sorted { $0 < $1 }
    let gaps = zip(numbered, numbered.dropFirst()).filter { $1.id > $0.id && $1.id - 1 > $0.id }
    guard let (before, after) = gaps.first, let last = numbered.last else { return }
    findings.report {
      let count = gaps.count == 1 ? "1 gap" : "\(gaps.count) gaps"
      let message =
        "the ids of \(categories.count) categories, up to \(last.id), have \(count); the first is between "
        + "\(before.id) and \(after.id)"
      return read.dataset.finding(Self.about, category: after.row, message)
    }
  }
}
