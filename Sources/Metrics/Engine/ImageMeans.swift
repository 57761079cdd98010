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
  init<Row>(
    _ rows: some RandomAccessCollection<Row>,
    image: (Row) -> Int32,
    columns: [(Row) -> Double]
  ) {
    var counts: [ImageCounts.Entry] = []
    for row in rows {
      let image = image(row)
      if counts.last?.image != image { counts.append(ImageCounts.Entry(image: image, count: 0)) }
      counts[counts.count - 1].count += 1
    }
    self.init(
      counts,
      sums: columns.map { value in
        var next = rows.startIndex
        return counts.map { entry in
          var sum = 0.0
          for _ in 0..<entry.count {
            sum += value(rows[next])
            rows.formIndex(after: &next)
          }
          return sum
        }
      }
    )
  }

  /// Takes sums that were made elsewhere.
  ///
  /// `counts`: Rows of each image, in an order that does not depend on the input's.
  /// `sums`: Of each column, image by image.
  init(_ counts: [ImageCounts.Entry], sums columns: [[Double]]) {
    let images = counts.map(\.image)
    support = images.count
    n = counts.reduce(0) { $0 + Int($1.count) }
    self.counts = ImageCounts(counts)
    sums = columns.map { ImageSums(images: images, sums: $0) }
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
