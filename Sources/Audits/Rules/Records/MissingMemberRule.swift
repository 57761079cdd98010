import Annotations
import Findings
import Formats

struct MissingMemberRule: DatasetRule {
  static let about = RuleAbout(
    id: "missing-member",
    severity: .info,
    summary: "COCO annotations without 'id' or 'area'",
    rationale: """
      pycocotools indexes annotations by 'id' and sorts them into sizes by 'area': without one it ends with \
      a KeyError, in the middle of loading or of the evaluation. Detectron, MMDetection and Mask R-CNN read \
      both as well.
      """,
    fix:
      "number the annotations from 1; write the area of the outline, or width × height of the box",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 600}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 600}
        ]
      }
      """,
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    guard dataset.format == .coco else { return }
    let hasNoID = dataset.annotations.ids.map { if case .absent = $0 { true } else { false } }
    report("id", hasNoID, of: dataset, into: &findings)
    report("area", dataset.annotations.statedAreas.map { $0 == nil }, of: dataset, into: &findings)
  }

  private func report(
    _ key: String,
    _ isMissing: [Bool],
    of dataset: Dataset,
    into findings: inout FindingCollector
  ) {
    guard let first = isMissing.firstIndex(of: true) else { return }
    findings.report(annotation: first) {
      dataset.finding(
        Self.about,
        annotation: first,
        "'\(key)' is missing from \(isMissing.count { $0 }) of \(isMissing.count) annotations",
        identity: key
      )
    }
  }
}
