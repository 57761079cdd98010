import Annotations
import Findings

struct CrowdWithPolygonRule: AnnotationRule {
  static let about = RuleAbout(
    id: "crowd-with-polygon",
    severity: .info,
    summary: "a crowd region that is outlined by polygons",
    rationale: """
      COCO states a crowd region, which stands for many objects, as a mask, and a single object as \
      polygons. iscrowd is 1 on a polygon where the mark was set by mistake or by a tool that always \
      writes it: pycocotools then neither expects nor scores the object, and detections over it are \
      no false positives.
      """,
    fix: "set iscrowd to 0 where it is one object",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "iscrowd": 1,
           "segmentation": [[10, 10, 30, 10, 20, 40]]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 80], "iscrowd": 1,
           "segmentation": {"counts": [0, 400, 7600], "size": [80, 100]}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30], "iscrowd": 0,
           "segmentation": [[60, 10, 80, 10, 70, 40]]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "iscrowd": 1, "segmentation": [[]]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.flags[row].hasAny(of: .crowd),
      case .polygons(let rings) = dataset.annotations.segmentations[row],
      // `[[]]` is how some exporters say that there is no outline.
      rings.contains(where: { dataset.segmentation.rings.coordinateCount(ofRing: Int($0)) > 0 })
    else { return }
    findings.report(annotation: row) {
      let message = "crowd region has polygons; expected a mask, or iscrowd 0"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
