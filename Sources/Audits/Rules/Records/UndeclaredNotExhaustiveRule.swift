import Annotations
import Findings
import Formats
struct UndeclaredNotExhaustiveRule: DatasetRule {
  static let about = RuleAbout(
    id: "undeclared-not-exhaustive",
    severity: .warning,
    summary:
      "an image's 'not_exhaustive_category_ids' names a category that the file does not declare",
    rationale: """
      LVIS lists categories of which not every object of the image was annotated, so that what is \
      missing there counts for nothing. A category that is not declared has no objects to spare: the id \
      is wrong, or the categories of the file are incomplete.
      """,
    fix: "declare the category in 'categories', or take the id out of the list",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80,
           "not_exhaustive_category_ids": [1, 7]}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80,
           "not_exhaustive_category_ids": [1]}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    for (image, id) in dataset.images.undeclaredNotExhaustive {
      findings.report {
        dataset.finding(
          Self.about,
          image: Int(image),
          "'not_exhaustive_category_ids' holds \(dataset.text(of: id)); expected the id of a declared category"
        )
      }
    }
  }
}
