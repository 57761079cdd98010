/// Means of several columns over rows that belong to images, for many resamples of the images.
struct ImageMeans: Sendable {
  /// Images that have rows, ascending.
  private let images: [Int32]
  /// By image: how many rows it has.
  private let counts: [Int32]
  /// Column by column, by image: the sum of its rows.
  private let sums: [[Double]]

  /// Sums rows image by image.
  ///
  /// `rows`: In an order that does not depend on the input's, by image.
  /// `columns`: What of a row is averaged.
  init<Row>(
    _ rows: some RandomAccessCollection<Row>,
    image: (Row) -> Int32,
    columns: [(Row) -> Double]
  ) {
    var (images, counts) = ([Int32](), [Int32]())
    for row in rows {
      let image = image(row)
      if images.last != image {
        images.append(image)
        counts.append(0)
      }
      counts[counts.count - 1] += 1
    }
    self.images = images
    self.counts = counts
    sums = columns.map { value in
      var next = rows.startIndex
      return counts.map { count in
        var sum = 0.0
        for _ in 0..<count {
          sum += value(rows[next])
          rows.formIndex(after: &next)
        }
        return sum
      }
    }
  }

  /// Images that have rows.
  var support: Int { images.count }

  /// The number of rows.
  var n: Int { counts.reduce(0) { $0 + Int($1) } }

  /// The mean of each column when each image counts as often as `weights` says, once where it is
  /// `nil`; `nil` without a row.
  ///
  /// - Complexity: O(images × columns).
  func means(weights: [Int32]?) -> [Double?] {
    var n = 0
    for (position, image) in images.enumerated() {
      n += Int(counts[position]) * Int(weights.map { $0[Int(image)] } ?? 1)
    }
    guard n > 0 else { return sums.map { _ in nil } }
    return sums.map { column in
      var sum = 0.0
      for (position, image) in images.enumerated() {
        sum += column[position] * Double(weights.map { $0[Int(image)] } ?? 1)
      }
      return sum / Double(n)
    }
  }
}
