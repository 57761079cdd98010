import Annotations
import Findings

struct DanglingImageRule: AnnotationRule {
  static let about = RuleAbout(
    id: "dangling-image",
    severity: .error,
    summary: "an annotation of an image that the file does not declare",
    rationale: """
      Training and evaluation go over the declared images, so that the annotation is never seen: \
      pycocotools and torchvision's CocoDetection pass over it in silence.
      """,
    fix: "declare the image in 'images', correct 'image_id', or take the annotation out",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": "1", "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": "1", "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.images[row] == AnnotationTable.noImage else { return }
    findings.report(annotation: row) {
      let id = dataset.text(of: dataset.annotations.imageIDs[row])
      let message = "image id '\(id)' is not declared; expected the id of one of the images"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
