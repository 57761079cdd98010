import Annotations
import Findings

struct MaskSizeMismatchRule: AnnotationRule {
  static let about = RuleAbout(
    id: "mask-size-mismatch",
    severity: .error,
    summary: "a mask whose size is not that of its image",
    rationale: """
      A mask counts pixels column by column, so that one made for another size comes out as slanted \
      stripes or stops the loader; pycocotools does not overlap masks of different sizes. Height and \
      width exchanged, or an image resized after annotation, are the usual causes. An image for which \
      the file gives no size is not looked at.
      """,
    fix: "make the mask for the image's own size, or correct the image's width and height",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 80],
           "segmentation": {"counts": [0, 400, 7600], "size": [100, 80]}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 80],
           "segmentation": {"counts": [0, 400, 7600], "size": [80, 100]}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30], "segmentation": [[60, 10, 80, 10, 70, 40]]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard case .mask(let mask) = dataset.annotations.segmentations[row] else { return }
    let image = dataset.annotations.images[row]
    guard image >= 0, let size = dataset.images.sizes[Int(image)] else { return }
    let own = dataset.segmentation.maskSizes[Int(mask)]
    guard own.width != size.width || own.height != size.height else { return }
    findings.report(annotation: row) {
      let message =
        "mask is of \(own.width) × \(own.height) px; expected the image's "
        + "\(size.width) × \(size.height) px"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
