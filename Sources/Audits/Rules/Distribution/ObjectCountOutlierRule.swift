import Annotations
import Findings
import Formats
import Glibc
import Statistics

struct ObjectCountOutlierRule: DatasetRule {
  static let about = RuleAbout(
    id: "object-count-outlier",
    severity: .info,
    summary: "an image with far more objects than the others have",
    rationale: """
      An image with a hundred objects among images of five was annotated by another guideline, \
      twice, or by a model, or a crowd was outlined one by one. It weighs as much as twenty others \
      in every mean over objects. The logarithm of one more than the count is held against the \
      median of the images with objects; more than 5 robust standard deviations above it count, from \
      30 images on.
      """,
    fix: "look at the image; annotate dense groups as crowd regions, if the guideline says so",
    triggering: [ExampleDocument.text(images: 31, usual + ExampleDocument.row(65))],
    clean: [ExampleDocument.text(images: 31, usual)]
  )

  /// One object in every second image, two in the others.
  private static let usual = (1...31).flatMap { ExampleDocument.row(1 + $0 % 2, image: $0) }

  private let limit: Double
  private let leastImages: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    limit = settings.outlierDeviations
    leastImages = settings.outlierBoxes
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let counts = (0..<dataset.images.count).map { dataset.annotations(ofImage: $0).count }
    let values = counts.filter { $0 > 0 }.map { log1p(Double($0)) }
    guard values.count >= leastImages else { return }
    let spread = RobustSpread(values)
    guard let median = spread.median.value, let deviation = spread.normalDeviation.value,
      deviation > 0
    else { return }
    for image in counts.indices where counts[image] > 0 {
      let deviations = (log1p(Double(counts[image])) - median) / deviation
      guard deviations > limit else { continue }
      findings.report {
        let message =
          "\(counts[image]) objects where the median image has \(expm1(median).messageText); "
          + "\(deviations.messageText) robust deviations, expected at most \(limit.messageText)"
        return dataset.finding(Self.about, image: image, message)
      }
    }
  }
}
