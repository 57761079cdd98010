package import Annotations
package import Findings

/// Images in which nothing was annotated.
package struct ImageWithoutAnnotationsRule: ImageRule {
  package static let about = RuleAbout(
    id: "image-without-annotations",
    severity: .info,
    summary: "an image without an annotation",
    rationale: """
      Either there is nothing to see, or nobody looked. The file cannot tell the two apart, and a \
      forgotten image teaches a model that its objects are background.
      """,
    fix: "have somebody confirm that the image is empty, or annotate it",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}, {"id": 2, "file_name": "2.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10]}]}
      """,
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}, {"id": 2, "file_name": "2.jpg", "rater_list": ["ben"]}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 10, 10], "rater_id": "anna"}]}
      """,
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    for image in slice.images where dataset.annotations(ofImage: image).isEmpty {
      // Nobody of this file was asked to look, so there is nothing to miss.
      guard dataset.wasAssigned(image: image) else { continue }
      findings.report {
        dataset.finding(Self.about, image: image, "the image has no annotation")
      }
    }
  }
}
