import Annotations
import Findings
import Geometry

struct SameBoxTwoCategoriesRule: RepeatedBoxRule {
  static let about = RuleAbout(
    id: "same-box-two-categories",
    severity: .warning,
    summary: "an annotation with the box of an earlier one but another category",
    rationale: """
      As a rule one of the two categories was meant to replace the other. A model that gives one \
      category to an object is taught two answers for the same pixels, and misses one of them in \
      every evaluation. Of n categories on one box n − 1 are reported. Crowd regions and the work of \
      different annotators are not compared.
      """,
    fix: "keep the right category; keep both only where an object may have several",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 30]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 30], "iscrowd": 1},
          {"id": 4, "image_id": 1, "category_id": 2, "bbox": [10, 10, 19, 30]}
        ]
      }
      """
    ]
  )

  func check(_ copy: RepeatedBox, of dataset: Dataset, into findings: inout FindingCollector) {
    guard !copy.isSameCategory else { return }
    findings.report(annotation: copy.row) {
      let earlier = dataset.reference(toAnnotation: copy.first)
      let category = dataset.categoryText(ofAnnotation: copy.first)
      return dataset.finding(
        Self.about,
        annotation: copy.row,
        "same box as \(earlier), which is '\(category)'; expected one category",
        evidence: dataset.annotations.boxes[copy.first].asOther,
        // Which category stands first depends on the order of the file.
        identity: dataset.subject(ofBox: copy.row)
      )
    }
  }
}

extension Dataset {
  /// Image and box of an annotation, its category left out.
  fileprivate func subject(ofBox row: Int) -> String {
    let box = annotations.boxes[row]
    return Finding.subject(
      image: images.fileNames[Int(annotations.images[row])],
      category: nil,
      box: [box.x, box.y, box.width, box.height]
    ).joined(separator: "\n")
  }
}
