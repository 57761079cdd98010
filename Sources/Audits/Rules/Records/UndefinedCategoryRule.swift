import Annotations
import Findings

struct UndefinedCategoryRule: AnnotationRule {
  static let about = RuleAbout(
    id: "undefined-category",
    severity: .error,
    summary: "an annotation of a category that the file does not declare",
    rationale: """
      pycocotools scores the declared categories only, so that the object counts for nothing; \
      Detectron2 refuses to load the file.
      """,
    fix: "declare the category in 'categories', or correct 'category_id'",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 0, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 0, "name": "cat"}, {"id": 90, "name": "toothbrush"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 0, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 90, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.categories[row] == AnnotationTable.noCategory else { return }
    findings.report(annotation: row) {
      let id = dataset.text(of: dataset.annotations.categoryIDs[row])
      let count = dataset.categories.count
      let message = "category id '\(id)' is not declared; expected one of the \(count) declared"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
