import Annotations
import Findings
import Formats
import Glibc
import Statistics

struct MagnitudeTypoAttributeRule: DatasetRule {
  static let about = RuleAbout(
    id: "magnitude-typo-attribute",
    severity: .warning,
    summary: "a number that fits the others of its attribute when divided or multiplied by ten",
    rationale: """
      A digit typed twice or left out gives a value ten times too large or too small: one 100 among \
      9, 10 and 11 moves a mean far more than any honest disagreement. It is suspected where the \
      value is more than 5 robust standard deviations of the logarithms from the median, and 10 \
      times it, within a quarter more or less, above or below. At least 5 positive numbers are \
      needed.
      """,
    fix: "look at the object and correct the number",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"count": 9}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"count": 11}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"count": 100}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"count": 9}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"count": 11}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"count": 1}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"count": 9}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"count": 11}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"count": 50}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 20, 30], "attributes": {"count": 1}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 20, 30], "attributes": {"count": 10}},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 20, 30], "attributes": {"count": 100}},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 20, 30], "attributes": {"count": 1000}},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 30], "attributes": {"count": 10000}}
        ]
      }
      """,
    ]
  )

  private let limit: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { limit = settings.outlierDeviations }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    for column in dataset.attributeColumns() {
      let numbers = column.values.compactMap { (row, value) -> (row: Int, value: Double)? in
        guard case .number(let number) = value, number > 0, number.isFinite else { return nil }
        return (row, number)
      }
      let spread = RobustSpread(numbers.map { log10($0.value) })
      guard numbers.count >= Self.leastNumbers, let median = spread.median.value,
        let deviation = spread.normalDeviation.value
      else { continue }
      // Values that are all alike spread by their last digit at least.
      let scale = max(deviation, Self.leastDeviation)
      guard limit * scale < 1 - Self.nearness else { continue }
      for (row, value) in numbers {
        let distance = abs(log10(value) - median)
        guard distance > limit * scale, abs(distance - 1) <= Self.nearness else { continue }
        findings.report(annotation: row) {
          let factor = log10(value) > median ? "10 times too large" : "10 times too small"
          let message =
            "'\(dataset.strings[column.name])' is \(value.messageText) where the median is "
            + "\(pow(10, median).messageText); it may be \(factor)"
          return dataset.finding(Self.about, annotation: row, message)
        }
      }
    }
  }

  /// Fewer numbers have no usual size.
  private static let leastNumbers = 5
  /// Of the decimal logarithm: about 2 %.
  private static let leastDeviation = 0.01
  /// How far from one decade a shift by a digit may end, in decades.
  private static let nearness = 0.1
}
