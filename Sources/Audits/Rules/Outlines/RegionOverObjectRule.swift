import Annotations
import Findings

struct RegionOverObjectRule: BlockRule {
  static let about = RuleAbout(
    id: "region-over-object",
    severity: .warning,
    summary: "a crowd region over an object of its category that is drawn alone as well",
    rationale: """
      A crowd region stands for the objects that nobody drew one by one. Where it lies over one that is drawn, \
      that object is told twice: pycocotools excuses a second detection of it, and a missed one may be taken \
      for part of the crowd. A careless or mocking hand, which paints over all of a crowd, shows by it. An \
      object counts of whose outline, or else box, at least a half lies in the region; none does in a sample \
      of 100 images of COCO.
      """,
    fix: "leave the object out of the region, or delete it if the region is meant to stand for it",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 50, 80], "iscrowd": 1,
           "segmentation": {"counts": [0, 4000, 4000], "size": [80, 100]}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[10, 10, 30, 10, 10, 40]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 20, 80], "iscrowd": 1,
           "segmentation": {"counts": [0, 1600, 6400], "size": [80, 100]}}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 15, 80], "iscrowd": 1,
           "segmentation": {"counts": [0, 1200, 6800], "size": [80, 100]}},
          {"id": 3, "image_id": 1, "category_id": 2, "bbox": [0, 0, 10, 80]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [2, 2, 10, 30], "iscrowd": 1}
        ]
      }
      """
    ]
  )

  /// The share of an object from which it counts as covered.
  private let leastShare: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { leastShare = settings.outlineShare }

  /// Linear in the objects for each region; objects that no region touches cost nothing.
  func check(_ block: AnnotationBlock, into findings: inout FindingCollector) {
    var outlines = OutlineCache(block)
    var regions: [Int] = []
    for image in block.images {
      let rows = block.dataset.annotations(ofImage: image)
      regions.removeAll(keepingCapacity: true)
      for row in rows where block.dataset.annotations.flags[row].hasAny(of: .crowd) {
        regions.append(row)
      }
      guard !regions.isEmpty, regions.count < rows.count else { continue }
      check(rows, regions, of: block, &outlines, into: &findings)
    }
  }

  /// Checks the annotations of one image; a position in `outlines` is a row.
  private func check(
    _ rows: Range<Int>,
    _ regions: [Int],
    of block: AnnotationBlock,
    _ outlines: inout OutlineCache,
    into findings: inout FindingCollector
  ) {
    let table = block.dataset.annotations
    outlines.start(with: rows)
    for row in rows where !table.flags[row].hasAny(of: .region) {
      let region = regions.first {
        areAlike($0, row, table) && outlines.share(of: row, in: $0, atLeast: leastShare)
      }
      guard let region else { continue }
      findings.report(annotation: row) {
        block.dataset.finding(
          Self.about,
          annotation: row,
          "lies in the crowd region of \(block.dataset.reference(toAnnotation: region)), which has its category",
          evidence: table.boxes[region].asOther
        )
      }
    }
  }

  /// Whether they are of one category and one annotator.
  private func areAlike(_ region: Int, _ row: Int, _ table: AnnotationTable) -> Bool {
    table.annotators[region] == table.annotators[row]
      && table.categories[region] == table.categories[row]
      && table.categoryIDs[region] == table.categoryIDs[row]
  }
}
