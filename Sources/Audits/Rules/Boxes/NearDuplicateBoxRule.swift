import Annotations
import Findings
import Geometry

struct NearDuplicateBoxRule: BoxGroupRule {
  static let about = RuleAbout(
    id: "near-duplicate-box",
    severity: .warning,
    summary: "an annotation with nearly the box, and the category, of an earlier one",
    rationale: """
      Two boxes of one category with an IoU of 0.9 and more are nearly always one object drawn \
      twice, by two tools or in two sessions. Non-maximum suppression leaves one of them, so that \
      the other is a miss that no model can avoid. Exact copies are `duplicate-box`; crowd regions \
      and the work of different annotators are not compared.
      """,
    fix: "keep the better one of the two",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [11, 10, 40, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 2, "name": "dog"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [13, 10, 40, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 30]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [11, 10, 40, 30], "iscrowd": 1},
          {"id": 5, "image_id": 1, "category_id": 2, "bbox": [11, 11, 40, 30]}
        ]
      }
      """
    ]
  )

  private let minimumIoU: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { minimumIoU = settings.nearDuplicateIoU }

  /// O(n log n) for n objects that do not all lie on one another.
  func check(_ group: BoxGroup, of dataset: Dataset, into findings: inout FindingCollector) {
    for position in group.positions {
      let box = group.boxes[position]
      let range = EdgeRange(near: box, iou: minimumIoU)
      let earlier = group.first(in: range, before: position) { _, other in
        box.iou(with: other) >= minimumIoU
      }
      guard let earlier else { continue }
      report(group, position, earlier: earlier, of: dataset, into: &findings)
    }
  }

  private func report(
    _ group: BoxGroup,
    _ position: Int,
    earlier: Int,
    of dataset: Dataset,
    into findings: inout FindingCollector
  ) {
    findings.report(annotation: group.rows[position]) {
      let other = group.boxes[earlier]
      let iou = group.boxes[position].iou(with: other)
      let reference = dataset.reference(toAnnotation: group.rows[earlier])
      return dataset.finding(
        Self.about,
        annotation: group.rows[position],
        "nearly the box of \(reference), IoU \(iou.messageText); expected below \(minimumIoU.messageText)",
        evidence: other.asOther.merging(["iou": iou]) { own, _ in own }
      )
    }
  }
}
