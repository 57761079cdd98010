import Annotations
import Findings
import Geometry
import Glibc
import Statistics

/// Finds the boxes that are far from the others of their category by some figure.
///
/// A figure goes by its logarithm: twice and half are as far away. Crowd regions, boxes without extent and
/// categories of few boxes, or of which more than half are equal, are left out. O(n).
struct BoxOutlierSearch: Sendable {
  /// The figure, as a message names it.
  private let name: String
  private let unit: String
  /// Robust standard deviations from the median that are usual.
  private let limit: Double
  /// From the median, at least.
  private let leastFactor: Double
  private let leastBoxes: Int
  private let figure: @Sendable (Box) -> Double

  init(
    name: String,
    unit: String = "",
    leastFactor: Double,
    settings: RuleSettings,
    figure: @escaping @Sendable (Box) -> Double
  ) {
    self.name = name
    self.unit = unit
    limit = settings.outlierDeviations
    self.leastFactor = leastFactor
    leastBoxes = settings.outlierBoxes
    self.figure = figure
  }

  /// Reports the outliers in the order of the annotations.
  func report(_ rule: RuleAbout, in dataset: Dataset, into findings: inout FindingCollector) {
    for outlier in outliers(in: dataset) {
      findings.report(annotation: outlier.row) {
        let value = figure(dataset.annotations.boxes[outlier.row]).messageText
        let median = exp(outlier.median)
        let message =
          "\(name) of \(value)\(unit) where the median of "
          + "'\(dataset.categoryText(ofAnnotation: outlier.row))' is \(median.messageText); "
          + "\(outlier.deviations.messageText) robust deviations, expected at most \(limit.messageText)"
        return dataset.finding(
          rule,
          annotation: outlier.row,
          message,
          evidence: ["deviations": outlier.deviations, "median": median]
        )
      }
    }
  }

  /// An annotation, how many robust deviations it is away, and from which median of logarithms.
  private typealias Outlier = (row: Int, deviations: Double, median: Double)

  private func outliers(in dataset: Dataset) -> [Outlier] {
    var groups = [[(row: Int, value: Double)]](repeating: [], count: dataset.categories.count)
    for row in 0..<dataset.annotations.count {
      let (category, box) = (dataset.annotations.categories[row], dataset.annotations.boxes[row])
      guard category >= 0, box.area > 0, !dataset.annotations.flags[row].contains(.crowd) else {
        continue
      }
      let value = log(figure(box))
      if value.isFinite { groups[Int(category)].append((row, value)) }
    }
    return groups.filter { $0.count >= leastBoxes }.flatMap(outliers).sorted { $0.row < $1.row }
  }

  private func outliers(among group: [(row: Int, value: Double)]) -> [Outlier] {
    let spread = RobustSpread(group.map(\.value))
    guard let median = spread.median.value, let deviation = spread.normalDeviation.value,
      deviation > 0
    else { return [] }
    return group.compactMap { row, value in
      let distance = abs(value - median)
      let deviations = distance / deviation
      return deviations > limit && distance >= log(leastFactor) ? (row, deviations, median) : nil
    }
  }
}
