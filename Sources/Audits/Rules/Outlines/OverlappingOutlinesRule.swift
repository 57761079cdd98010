import Annotations
import Findings
import Geometry

struct OverlappingOutlinesRule: BlockRule {
  static let about = RuleAbout(
    id: "overlapping-outlines",
    severity: .info,
    summary: "two objects of one category whose outlines share half of the smaller one",
    rationale: """
      Outlines tell which pixels are whose, so that two of one category share hardly any: in a sample of 100 \
      images of COCO, 2 of 2,197 pairs share more than a half of the smaller one, and both are a heap drawn as \
      one object over its members. Copies, a part beside its whole, or a group that is not marked as a crowd \
      look like this. An outline that fills its box, as converters write them, tells no more than the box and \
      is left out. Crowd regions and the work of different annotators are not compared; of each object at \
      most 16 others are looked at, whose boxes overlap as much.
      """,
    fix: "keep one of the two, or mark the group as a crowd region",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60],
           "segmentation": [[10, 10, 60, 10, 70, 20, 70, 70, 10, 70]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 20, 16, 20],
           "segmentation": [[60, 20, 70, 20, 76, 40, 60, 40]]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60],
           "segmentation": [[10, 10, 70, 10, 10, 70]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60],
           "segmentation": [[70, 70, 70, 12, 12, 70]]},
          {"id": 3, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 20],
           "segmentation": [[10, 10, 30, 10, 10, 30]]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60],
           "segmentation": [[10, 10, 70, 10, 70, 70, 10, 70]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 20, 16, 20],
           "segmentation": [[60, 20, 76, 20, 76, 40, 60, 40]]}
        ]
      }
      """,
    ]
  )

  private let leastShare: Double
  /// So many others whose boxes overlap are looked at for each object: a hostile image has n² such pairs.
  private static let mostOthers = 16

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { leastShare = settings.outlineShare }

  func check(_ block: AnnotationBlock, into findings: inout FindingCollector) {
    var outlines = OutlineCache(block)
    outlines.fetch(block.boxes.rows)
    for group in block.boxes.groups { check(group, of: block, &outlines, into: &findings) }
  }

  private func check(
    _ group: BoxGroup,
    of block: AnnotationBlock,
    _ outlines: inout OutlineCache,
    into findings: inout FindingCollector
  ) {
    outlines.start(with: group.rows)
    for position in group.positions {
      guard let larger = larger(than: position, in: group, &outlines) else { continue }
      let row = group.rows[position]
      findings.report(annotation: row) {
        let other = block.dataset.reference(toAnnotation: group.rows[larger])
        let message =
          "shares at least \((leastShare * 100).messageText) % of the smaller outline with \(other), "
          + "which has its category"
        return block.dataset.finding(
          Self.about,
          annotation: row,
          message,
          evidence: group.boxes[larger].asOther
        )
      }
    }
  }

  /// The position of the first object with a larger box whose outline overlaps too much.
  ///
  /// So the smaller one of two is told, whatever the order of the records.
  private func larger(
    than position: Int,
    in group: BoxGroup,
    _ outlines: inout OutlineCache
  ) -> Int? {
    guard outlines.isFiner(position, than: group.boxes[position]) else { return nil }
    let box = group.boxes[position]
    var others = 0
    return group.first(in: EdgeRange(touching: box)) { other, otherBox in
      guard others < Self.mostOthers, isLarger(otherBox, than: box),
        box.intersection(with: otherBox) >= leastShare * min(box.area, otherBox.area),
        outlines.isFiner(other, than: otherBox)
      else { return false }
      others += 1
      return outlines.overlap(position, other, atLeast: leastShare)
    }
  }

  /// Boxes of a group differ, so that one of two is the larger one.
  private func isLarger(_ box: Box, than other: Box) -> Bool {
    box.area == other.area ? other < box : box.area > other.area
  }
}
