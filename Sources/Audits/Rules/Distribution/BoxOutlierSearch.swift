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
    let logarithms = CategoryValues(in: dataset) { row in
      let box = dataset.annotations.boxes[row]
      guard box.area > 0, !dataset.annotations.flags[row].hasAny(of: .crowd) else { return nil }
      let value = log(figure(box))
      return value.isFinite ? value : nil
    }
    return logarithms.groups.filter { $0.count >= leastBoxes }
      .flatMap { outliers(among: logarithms.rows[$0], logarithms.values[$0]) }
      .sorted { $0.row < $1.row }
  }

  private func outliers(among rows: ArraySlice<Int32>, _ values: ArraySlice<Double>) -> [Outlier] {
    let spread = RobustSpread(Array(values))
    guard let median = spread.median.value, let deviation = spread.normalDeviation.value,
      deviation > 0
    else { return [] }
    return zip(rows, values).compactMap { row, value in
      let distance = abs(value - median)
      let deviations = distance / deviation
      guard deviations > limit, distance >= log(leastFactor) else { return nil }
      return (Int(row), deviations, median)
    }
  }
}
