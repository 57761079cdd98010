import Annotations
import Findings
import Formats

struct UnusedCategoryRule: DatasetRule {
  static let about = RuleAbout(
    id: "unused-category",
    severity: .info,
    summary: "a declared category without an annotation",
    rationale: """
      A model gets an output that nothing trains, and pycocotools gives the category no score and \
      leaves it out of the mean. It is as it should be in a part of a larger set; else objects of the \
      category were overlooked, or another one took their place.
      """,
    fix: "annotate the category, or take it out of 'categories'",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
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
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 2, "bbox": [60, 10, 20, 30], "iscrowd": 1}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    var isUsed = [Bool](repeating: false, count: dataset.categories.count)
    for category in dataset.annotations.categories where category >= 0 {
      isUsed[Int(category)] = true
    }
    for category in isUsed.indices where !isUsed[category] {
      findings.report {
        let name = dataset.categories.names[category]
        let message = "no annotation is of category '\(name)'; expected at least one"
        return dataset.finding(Self.about, category: category, message)
      }
    }
  }
}
