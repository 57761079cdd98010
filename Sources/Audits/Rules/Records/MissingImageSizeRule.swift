import Annotations
import Findings

struct MissingImageSizeRule: ImageRule {
  static let about = RuleAbout(
    id: "missing-image-size",
    severity: .warning,
    summary: "an annotated image whose width and height the file does not give",
    rationale: """
      Without a size nobody can say whether a box lies in its image, and nothing can turn pixels into \
      shares: converters to YOLO divide by it, readers of Pascal VOC stop at the missing element, and \
      pycocotools fails as soon as a polygon has to become a mask.
      """,
    fix: "write width and height of the image as two whole numbers of at least 1",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>0</width><height>0</height></size>
        <object><name>cat</name>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg"}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(image: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.images.sizes[image] == nil, !dataset.annotations(ofImage: image).isEmpty else {
      return
    }
    findings.report {
      dataset.finding(
        Self.about,
        image: image,
        "no width and height; expected two whole numbers of at least 1"
      )
    }
  }
}
