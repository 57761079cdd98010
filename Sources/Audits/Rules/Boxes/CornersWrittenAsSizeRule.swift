import Annotations
import Findings
import Formats
import Geometry

struct CornersWrittenAsSizeRule: DatasetRule {
  static let about = RuleAbout(
    id: "corners-written-as-size",
    severity: .error,
    summary: "boxes that fit their images only when read as corners",
    rationale: """
      COCO's 'bbox' is left, top, width, height. An export that writes left, top, right, bottom \
      loads without a complaint, with every box too large: IoU falls, and training learns boxes that \
      run over the edge. It is suspected where at least 20 % of the boxes leave their images as \
      sizes, and 95 % fit as corners, among 3 or more.
      """,
    fix: "write width and height in place of the right and bottom edges, and check some "
      + "boxes by eye",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [50, 40, 90, 70]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 30, 40]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [60, 5, 80, 30]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [50, 40, 90, 70]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 30, 40]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [70, 5, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 30, 40]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [1, 5, 80, 30]}
        ]
      }
      """,
    ]
  )

  /// In px.
  private let tolerance: Double
  private let leastBoxes: Int
  private let leastShareOutside: Double
  private let leastShareAsCorners: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    tolerance = settings.boundsTolerance
    leastBoxes = settings.cornersLeastBoxes
    leastShareOutside = settings.cornersShareOutside
    leastShareAsCorners = settings.cornersShareFitting
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    // Pascal VOC names its corners.
    guard dataset.format.isCOCO else { return }
    var (boxes, outside, asCorners) = (0, 0, 0)
    var example: Int?
    for row in 0..<dataset.annotations.count {
      let image = dataset.annotations.images[row]
      guard image >= 0, let size = dataset.images.sizes[Int(image)] else { continue }
      let box = dataset.annotations.boxes[row]
      boxes += 1
      if Overhang(of: box, over: size).exceeds(tolerance) {
        outside += 1
        if example == nil { example = row }
      }
      let corners = Box(left: box.x, top: box.y, right: box.width, bottom: box.height)
      if corners.area > 0, !Overhang(of: corners, over: size).exceeds(tolerance) { asCorners += 1 }
    }
    guard let example, boxes >= leastBoxes,
      Double(outside) >= leastShareOutside * Double(boxes),
      Double(asCorners) >= leastShareAsCorners * Double(boxes)
    else { return }
    findings.report(annotation: example) {
      let message =
        "\(outside) of \(boxes) boxes leave their image as [x, y, width, height], and \(asCorners) fit as "
        + "corners; expected sizes"
      return dataset.finding(
        Self.about,
        annotation: example,
        message,
        evidence: [
          "boxes": Double(boxes), "outside": Double(outside), "fit-as-corners": Double(asCorners),
        ]
      )
    }
  }
}
