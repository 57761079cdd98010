package import Findings
package import Formats

/// Records that the reader had to leave out.
package struct UnusableRecordRule: ReadingRule {
  package static let about = RuleAbout(
    id: "unusable-record",
    severity: .error,
    summary: "a record that cannot be read as what it should be",
    rationale: """
      The record takes no part in any number of this report. Other tools stop at it, read something \
      else into it, or drop it without a word.
      """,
    fix: "correct the record as the message says; the place is given",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": "a", "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"image_id": "a", "category_id": 1, "bbox": [1, 2, 3, 4], "segmentation": [[]]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ quarantined: [Quarantined], into findings: inout FindingCollector) {
    for record in quarantined {
      findings.report {
        Finding(
          rule: Self.about.id,
          severity: Self.about.severity,
          place: Place(
            file: record.file,
            line: record.line,
            column: record.column,
            pointer: record.pointer
          ),
          message: record.problem,
          hint: Self.about.fix
        )
      }
    }
  }
}
