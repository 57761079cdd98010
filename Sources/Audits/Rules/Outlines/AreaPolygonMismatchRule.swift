import Annotations
import Findings
import Geometry
import Metrics

struct AreaPolygonMismatchRule: OutlineRule {
  static let about = RuleAbout(
    id: "area-polygon-mismatch",
    severity: .warning,
    summary: "a stated area that cannot be that of the polygons",
    rationale: """
      COCO states the area inside the polygons, and pycocotools sorts objects into small, medium and large by \
      it, whatever was drawn. One that fits neither the sum of the polygons, nor the pixels that they cover \
      together, was kept from an outline that has changed since, or is that of a box. In COCO, LVIS and TACO \
      all but a few of some thousand areas fit within 1 %; 5 % and 1 px² are tolerated. An area above the \
      box's, or not above 0, is a finding of 'area-box-mismatch', and an outline that leaves its box one of \
      'polygon-outside-box'.
      """,
    fix: "compute the area again from the outline, or leave it out",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 600,
           "segmentation": [[10, 10, 30, 10, 10, 40]]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "area": 900,
           "segmentation": [[10, 10, 30, 10, 30, 30, 10, 30], [30, 30, 50, 30, 50, 50, 30, 50]]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 300,
           "segmentation": [[10, 10, 30, 10, 10, 40]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 20], "area": 800,
           "segmentation": [[10, 10, 40, 10, 40, 30, 10, 30], [20, 10, 50, 10, 50, 30, 20, 30]]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30],
           "segmentation": [[60, 10, 80, 10, 60, 40]]}
        ]
      }
      """
    ]
  )

  private let tolerance: Double
  private let boxTolerance: Double
  /// In px.
  private let overhangTolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    tolerance = settings.polygonAreaTolerance
    boxTolerance = settings.areaTolerance
    overhangTolerance = settings.polygonTolerance
  }

  func check(_ outline: Outline, of dataset: Dataset, into findings: inout FindingCollector) {
    let row = outline.row
    let box = dataset.annotations.boxes[row]
    guard let stated = dataset.annotations.statedAreas[row], stated > 0,
      isClose(stated, to: box.area, share: boxTolerance) || stated < box.area
    else { return }
    let sum = outline.shape.area
    guard sum > 0, !isClose(stated, to: sum, share: tolerance), let bounds = outline.shape.bounds,
      !Overhang(of: bounds, over: box).exceeds(overhangTolerance),
      // Rings that overlap, or cross themselves, cover fewer pixels than their sum.
      let mask = mask(row, of: dataset), !isClose(stated, to: Double(mask.area), share: tolerance)
    else { return }
    findings.report(annotation: row) {
      dataset.finding(
        Self.about,
        annotation: row,
        "stated area is \(stated.messageText) px²; expected the polygons' \(sum.messageText) px²",
        evidence: ["stated-area": stated, "measured-area": sum]
      )
    }
  }

  private func mask(_ row: Int, of dataset: Dataset) -> RunLengthMask? {
    let image = dataset.annotations.images[row]
    return dataset.mask(
      ofAnnotation: row,
      imageSize: image < 0 ? nil : dataset.images.sizes[Int(image)]
    )
  }

  private func isClose(_ stated: Double, to measured: Double, share: Double) -> Bool {
    abs(stated - measured) <= share * measured + 1
  }
}
