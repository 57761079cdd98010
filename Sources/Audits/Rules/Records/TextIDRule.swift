import Annotations
import Findings
import Formats

struct TextIDRule: DatasetRule {
  static let about = RuleAbout(
    id: "text-id",
    severity: .info,
    summary: "records whose ids are texts",
    rationale: """
      COCO counts with whole numbers. pycocotools keeps texts as they are, but its evaluation writes \
      annotation ids into an array of numbers and stops; other loaders turn ids into numbers or \
      compare '7' with 7 and find nothing. Each list of the file is reported once, with its first \
      record.
      """,
    fix: "number the records, and keep the texts in a field of your own",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": "x1", "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    // Pascal VOC names its images and has no numbers.
    guard dataset.format == .coco else { return }
    if let (count, first) = Self.texts(dataset.images.ids) {
      findings.report { dataset.finding(Self.about, image: first, Self.message(count, "images")) }
    }
    if let (count, first) = Self.texts(dataset.categories.ids) {
      findings.report {
        dataset.finding(Self.about, category: first, Self.message(count, "categories"))
      }
    }
    if let (count, first) = Self.texts(dataset.annotations.ids) {
      findings.report(annotation: first) {
        dataset.finding(Self.about, annotation: first, Self.message(count, "annotations"))
      }
    }
  }

  /// How many ids are texts, and the first of them.
  private static func texts(_ ids: [RecordID]) -> (count: Int, first: Int)? {
    var (count, first) = (0, 0)
    for (row, id) in ids.enumerated() {
      guard case .text = id else { continue }
      if count == 0 { first = row }
      count += 1
    }
    return count == 0 ? nil : (count, first)
  }

  private static func message(_ count: Int, _ list: String) -> String {
    "\(count) of the '\(list)' have a text as 'id'; expected whole numbers"
  }
}
