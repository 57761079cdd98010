package import Annotations
package import Findings

/// Annotations of an image that the file does not declare.
package struct DanglingImageRule: DatasetRule {
  package static let about = RuleAbout(
    id: "dangling-image",
    severity: .error,
    summary: "an annotation of an image that the file does not list",
    rationale: """
      The work was paid for and is lost: loaders that go through the images never meet the \
      annotation, and some stop with a key error. Often an image was dropped from a split, but not \
      its annotations.
      """,
    fix: "add the image to 'images', or remove the annotation",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 2, "category_id": 1, "bbox": [1, 1, 10, 10]}]}
      """,
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": "1", "category_id": 1, "bbox": [1, 1, 10, 10]}]}
      """,
    ],
    clean: [
      """
      {"annotations": [{"id": 1, "image_id": "a", "category_id": 1, "bbox": [1, 1, 10, 10]}],
       "categories": [{"id": 1, "name": "cat"}],
       "images": [{"id": "a", "file_name": "1.jpg"}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ dataset: Dataset, into findings: inout FindingCollector) {
    for row in dataset.strays {
      findings.report {
        let id = dataset.text(of: dataset.annotations.imageIDs[row])
        return dataset.finding(
          Self.about,
          annotation: row,
          "image_id \(id) is none of the \(dataset.images.count) images"
        )
      }
    }
  }
}
