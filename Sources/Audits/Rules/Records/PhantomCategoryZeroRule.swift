import Annotations
import Findings
import Formats

struct PhantomCategoryZeroRule: DatasetRule {
  static let about = RuleAbout(
    id: "phantom-category-zero",
    severity: .info,
    summary: "a category 0 that stands for all others and has no annotation",
    rationale: """
      Some exporters (Roboflow) put the name of the project in front of the categories, with id 0 \
      and as the supercategory of the others. It is no category: a model gets an output for it that \
      nothing trains, and every count of categories is off by one.
      """,
    fix: "take the entry with id 0 out of 'categories'; the other ids may stay",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 0, "name": "pets", "supercategory": "none"},
          {"id": 1, "name": "cat", "supercategory": "pets"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 0, "name": "pets"},
          {"id": 1, "name": "cat", "supercategory": "pets"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 0, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let (categories, annotations) = (read.dataset.categories, read.dataset.annotations)
    guard categories.count > 1, let zero = categories.ids.firstIndex(of: .number(0)),
      !annotations.categories.contains(Int32(zero))
    else { return }
    let name = categories.names[zero]
    let below = categories.supercategories.indices.count {
      $0 != zero && categories.supercategories[$0] == name
    }
    guard below > 0 else { return }
    findings.report {
      let message =
        "'\(name)' has id 0, no annotation, and \(below) of \(categories.count - 1) categories below it; "
        + "expected only categories of objects"
      return read.dataset.finding(Self.about, category: zero, message)
    }
  }
}
