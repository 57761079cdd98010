import Findings
import Formats

struct UnusableRecordRule: DatasetRule {
  static let about = RuleAbout(
    id: "unusable-record",
    severity: .error,
    summary: "a record that could not be read",
    rationale: """
      The record is in none of the report's numbers. A tool that trusts the file stops at it, or goes \
      on without it and does not say so.
      """,
    fix: "correct the record at the place given, or take it out",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [{"id": "a", "file_name": "a.jpg"}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"image_id": "a", "category_id": 1, "bbox": [10, 10, 20, 30.5]}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    for record in read.quarantined {
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
