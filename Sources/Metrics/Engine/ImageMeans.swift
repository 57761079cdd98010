/// Means of several columns over rows that belong to images, for many resamples of the images.
struct ImageMeans: Sendable {
  /// Images that have rows.
  let support: Int
  /// The number of rows.
  let n: Int
  private let counts: ImageCounts
  /// By column.
  private let sums: [ImageSums]

  /// Sums rows image by image.
  ///
  /// `rows`: In an order that does not depend on the input's, by image.
  /// `columns`: What of a row is averaged.
  init<Row>(_ rows: some Sequence<Row>, image: (Row) -> Int32, columns: [(Row) -> Double]) {
    var counts: [ImageCounts.Entry] = []
    var sums = columns.map { _ in [Double]() }
    for row in rows {
      if counts.last?.image != image(row) {
        counts.append(ImageCounts.Entry(image: image(row), count: 0))
        for column in sums.indices { sums[column].append(0) }
      }
      counts[counts.count - 1].count += 1
      for (column, value) in columns.enumerated() {
        sums[column][counts.count - 1] += value(row)
      }
    }
    let images = counts.map(\.image)
    support = images.count
    n = counts.reduce(0) { $0 + Int($1.count) }
    self.counts = ImageCounts(counts)
    self.sums = sums.map { ImageSums(images: images, sums: $0) }
  }

  /// The mean of each column in each resample, column by column; `nil` without a row.
  ///
  /// - Complexity: O(images × columns), for all resamples together.
  func means(in resamples: Resamples) -> [Double?] {
    let n = counts.total(in: resamples)
    return sums.flatMap { column in
      let sum = column.total(in: resamples)
      return (0..<resamples.count).map { n[$0] > 0 ? sum[$0] / Double(n[$0]) : nil }
    }
  }
}
