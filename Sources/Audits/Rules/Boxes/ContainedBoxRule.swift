import Annotations
import Findings
import Geometry

struct ContainedBoxRule: BoxGroupRule {
  static let about = RuleAbout(
    id: "contained-box",
    severity: .info,
    summary: "a box inside another one of its category",
    rationale: """
      A part annotated beside its whole, or a group beside its members: one object then counts \
      twice, and whichever a model finds, the other is missed. Objects in front of one another do it \
      as well, so it is worth a look, not wrong. Crowd regions, near duplicates and the work of \
      different annotators are not compared.
      """,
    fix: "keep the whole or the parts, as the guideline says; mark a group as a crowd region",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [20, 20, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [20, 20, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60]}
        ]
      }
      """,
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 20, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 2, "bbox": [20, 20, 20, 30]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 70], "iscrowd": 1}
        ]
      }
      """
    ]
  )

  private let nearDuplicateIoU: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { nearDuplicateIoU = settings.nearDuplicateIoU }

  /// Far below O(n²) for n objects: the first box around each is found by an index of all edges.
  func check(_ group: BoxGroup, of dataset: Dataset, into findings: inout FindingCollector) {
    for position in group.positions {
      let box = group.boxes[position]
      let around = group.first(in: EdgeRange(containing: box)) { other, _ in other != position }
      guard let around, box.iou(with: group.boxes[around]) < nearDuplicateIoU else { continue }
      findings.report(annotation: group.rows[position]) {
        dataset.finding(
          Self.about,
          annotation: group.rows[position],
          "inside the box of \(dataset.reference(toAnnotation: group.rows[around])), which has its category",
          evidence: group.boxes[around].asOther
        )
      }
    }
  }
}
