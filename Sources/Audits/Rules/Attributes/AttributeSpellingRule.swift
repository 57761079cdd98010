import Annotations
import Findings
import Formats

struct AttributeSpellingRule: DatasetRule {
  static let about = RuleAbout(
    id: "attribute-spelling",
    severity: .warning,
    summary: "a rare value that is a frequent one in another spelling",
    rationale: """
      'Red', 'red ' and 'red' are three values to every tool that counts: one answer is split, and \
      annotators who agree seem to differ. Values of one attribute are held against each other \
      without case, spaces, hyphens and underscores; the most frequent spelling stands.
      """,
    fix: "write the value as the others do",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"colour": "red"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"colour": "red"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"colour": "Red "}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"colour": "dark-red"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"colour": "dark_red"}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"colour": "red"}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"colour": "reds"}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"Colour": "Red"}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"colour": "red"}}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    for column in dataset.attributeColumns() {
      var usual: [String: (value: AttributeValue, count: Int)] = [:]
      // In order of the first use, so that of two as frequent ones the earlier stands.
      for (value, count) in column.counts {
        guard let key = dataset.spellingKey(of: value) else { continue }
        if count > usual[key]?.count ?? 0 { usual[key] = (value, count) }
      }
      let texts = column.counts.count { dataset.spellingKey(of: $0.value) != nil }
      guard usual.count < texts else { continue }
      for (row, value) in column.values {
        guard let key = dataset.spellingKey(of: value), let other = usual[key]?.value,
          other != value
        else { continue }
        findings.report(annotation: row) {
          let message =
            "'\(dataset.strings[column.name])' is \(dataset.text(of: value)); expected \(dataset.text(of: other)), "
            + "as more annotations spell it"
          return dataset.finding(Self.about, annotation: row, message)
        }
      }
    }
  }
}
