import Annotations
import Geometry
import Statistics

/// An annotation whose box is far from the others of its category by some figure.
struct BoxOutlier {
  var row: Int
  /// From the median, in robust standard deviations; at least 0.
  var deviations: Double
  /// Of the category, of the figure.
  var median: Double
}

extension Dataset {
  /// The boxes whose figure is further than `limit` robust standard deviations, and no less than
  /// `leastDistance`, from their category's median, in the order of the annotations.
  ///
  /// Crowd regions, boxes without extent and categories of fewer than `leastBoxes`, or of which more
  /// than half are equal, are left out. O(n log n).
  func boxOutliers(
    limit: Double,
    leastDistance: Double,
    leastBoxes: Int,
    figure: (Box) -> Double
  ) -> [BoxOutlier] {
    var rows = [[Int]](repeating: [], count: categories.count)
    for row in 0..<annotations.count {
      let (category, box) = (annotations.categories[row], annotations.boxes[row])
      guard category >= 0, box.area > 0, figure(box).isFinite,
        !annotations.flags[row].contains(.crowd)
      else { continue }
      rows[Int(category)].append(row)
    }
    return rows.filter { $0.count >= leastBoxes }
      .flatMap { outliers(among: $0, limit: limit, leastDistance: leastDistance, figure: figure) }
      .sorted { $0.row < $1.row }
  }

  private func outliers(
    among rows: [Int],
    limit: Double,
    leastDistance: Double,
    figure: (Box) -> Double
  ) -> [BoxOutlier] {
    let values = rows.map { figure(annotations.boxes[$0]) }
    let spread = RobustSpread(values)
    guard let median = spread.median.value, let deviation = spread.normalDeviation.value,
      deviation > 0
    else { return [] }
    return zip(rows, values).compactMap { row, value in
      let distance = abs(value - median)
      let deviations = distance / deviation
      return deviations > limit && distance >= leastDistance
        ? BoxOutlier(row: row, deviations: deviations, median: median) : nil
    }
  }
}
