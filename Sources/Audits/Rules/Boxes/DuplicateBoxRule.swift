import Annotations
import Findings
import Geometry

struct DuplicateBoxRule: RepeatedBoxRule {
  static let about = RuleAbout(
    id: "duplicate-box",
    severity: .error,
    summary: "an annotation that repeats the box and the category of an earlier one",
    rationale: """
      One object is counted twice. A detector finds it once, so that each copy is a miss that no \
      model can avoid, and counts, class weights and sampling are off. Of n copies n − 1 are reported. \
      Crowd regions and the work of different annotators are not compared.
      """,
    fix: "take the copy out",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}
        ],
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30.5]},
          {"id": 3, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 30]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "iscrowd": 1},
          {"id": 5, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [9, 9, 20, 30], "rater_id": "ann"},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [9, 9, 20, 30], "rater_id": "bob"}
        ]
      }
      """,
    ]
  )

  func check(_ copy: RepeatedBox, of dataset: Dataset, into findings: inout FindingCollector) {
    guard copy.isSameCategory else { return }
    findings.report(annotation: copy.row) {
      dataset.finding(
        Self.about,
        annotation: copy.row,
        "same box and category as \(dataset.reference(toAnnotation: copy.first))",
        evidence: dataset.annotations.boxes[copy.first].asOther
      )
    }
  }
}
