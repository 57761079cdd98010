import Annotations
import Findings
import Geometry

struct RegionOverImageRule: AnnotationRule {
  static let about = RuleAbout(
    id: "region-over-image",
    severity: .warning,
    summary: "a crowd or ignore region that covers nearly its whole image",
    rationale: """
      What lies in a crowd region is neither missed nor extra: pycocotools excuses every detection in it, \
      and a comparison of annotators absorbs every object. A region over the whole image takes all of it out \
      of every score of that category, whatever was drawn; it is how an image is got rid of. The largest of \
      COCO's own covers about a half. A region counts that covers at least 90 %, by its mask or else its box.
      """,
    fix: "draw the region around the crowd only, or leave the image out of the data set",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 95, 80], "iscrowd": 1,
           "segmentation": {"counts": [0, 7600, 400], "size": [80, 100]}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80], "ignore": 1}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80], "iscrowd": 1,
           "segmentation": {"counts": [0, 4000, 3920, 80], "size": [80, 100]}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [0, 0, 80, 80], "ignore": 1}
        ]
      }
      """
    ]
  )

  /// The share of its image from which a region counts as all of it.
  private let leastShare: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { leastShare = settings.regionImageShare }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let image = dataset.annotations.images[row]
    guard dataset.annotations.flags[row].hasAny(of: .region),
      image >= 0, let size = dataset.images.sizes[Int(image)]
    else { return }
    let whole = Double(size.width) * Double(size.height)
    guard whole > 0 else { return }
    let share = covered(by: row, of: dataset, size) / whole
    guard share >= leastShare else { return }
    findings.report(annotation: row) {
      let message =
        "region covers \((share * 100).messageText) % of its image; "
        + "expected less than \((leastShare * 100).messageText) %"
      return dataset.finding(Self.about, annotation: row, message, evidence: ["share": share])
    }
  }

  /// In px²: of the mask where there is one, else of the box inside the image.
  private func covered(by row: Int, of dataset: Dataset, _ size: ImageSize) -> Double {
    if case .mask(let mask) = dataset.annotations.segmentations[row] {
      let own = dataset.segmentation.maskSizes[Int(mask)]
      // Runs for another image have a finding of their own.
      guard own.width == size.width, own.height == size.height else { return 0 }
      return Double(dataset.segmentation.maskArea(mask))
    }
    let whole = Box(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    return dataset.annotations.boxes[row].intersection(with: whole)
  }
}
