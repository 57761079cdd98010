import Annotations
import Findings

struct ImageWithoutAnnotationsRule: ImageRule {
  static let about = RuleAbout(
    id: "image-without-annotations",
    severity: .info,
    summary: "an image without an annotation, of which the file does not say that anyone looked",
    rationale: """
      Nobody can tell an image that shows nothing from one that was never annotated. In training the \
      second teaches that its objects are background; Detectron2 leaves both out unless told not to.
      """,
    fix: "confirm that the image shows none of the categories, and state who looked "
      + "('rater_list'), or annotate it",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80, "rater_list": ["ann"]}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "iscrowd": 1}
        ]
      }
      """
    ]
  )

  func check(image: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations(ofImage: image).isEmpty, !dataset.images.hasAssignment[image] else {
      return
    }
    findings.report {
      dataset.finding(Self.about, image: image, "no annotation; expected one, or who looked")
    }
  }
}
