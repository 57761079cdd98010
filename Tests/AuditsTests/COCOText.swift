import Audits
import Findings
import Testing

/// A COCO document with one image of 100 × 80 px, the categories 1 'cat' and 2 'dog', and these records.
func coco(
  images: String = #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}"#,
  categories: String = #"{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}"#,
  annotations: [String]
) -> String {
  """
  {"images": [\(images)], "categories": [\(categories)],
   "annotations": [\(annotations.joined(separator: ",\n"))]}
  """
}

/// An annotation of category 1 in image 1 unless said otherwise.
func annotation(
  _ id: Int,
  image: Int = 1,
  category: Int = 1,
  box: String,
  _ more: String = ""
) -> String {
  #"{"id": \#(id), "image_id": \#(image), "category_id": \#(category), "bbox": [\#(box)]\#(more)}"#
}

/// Every rule but the one that asks for areas: most records of the tests have none.
let rulesOfRecordsWithoutArea = RuleCatalog.all.filter { $0.about.id != "missing-member" }

/// What one rule finds in an example, COCO or Pascal VOC.
func findings(
  of rule: String,
  in example: String,
  settings: RuleSettings = RuleSettings()
) async throws -> [Finding] {
  let rules = [try #require(RuleCatalog.rule(rule))]
  let run = RuleRun(rules: rules, settings: settings, threads: 1)
  return try await run.findings(in: [ExampleDataset.read(example)]).items
}
