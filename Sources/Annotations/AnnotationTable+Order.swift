import Geometry

extension AnnotationTable {
  /// Groups the rows by image (a stable counting sort), those without an image last.
  ///
  /// - Returns: Where the rows of each image start: `imageCount + 1` numbers, the last
  ///   one the start of the rows without an image.
  mutating func groupByImage(imageCount: Int) -> [Int] {
    let starts = startsByImage(imageCount)
    // Most writers go image by image, and a copy of all columns costs time and the peak of memory.
    guard !isGroupedByImage else { return starts }

    permute(by: orderByImage(starts))
    return starts
  }

  /// Puts the rows into the order of `groupByImage`, which then has nothing to do, by several tasks.
  package mutating func sortByImage(imageCount: Int, threads: Int) async {
    guard !isGroupedByImage else { return }
    let order = orderByImage(startsByImage(imageCount))
    await withTaskGroup(of: ColumnChange.self) { group in
      var columns = Self.columnOrderings[...]
      func start() {
        guard let ordering = columns.popFirst() else { return }
        let work = ordering(&self, order)
        group.addTask { work() }
      }
      for _ in 0..<max(1, min(threads, Self.orderedAtOnce)) { start() }
      while let change = await group.next() {
        change(&self)
        start()
      }
    }
  }

  /// Where the rows of each image start, were they grouped; the last number is that of rows without an image.
  private func startsByImage(_ imageCount: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: imageCount + 1)
    for image in images where image >= 0 { starts[Int(image) + 1] += 1 }
    for image in 0..<imageCount { starts[image + 1] += starts[image] }
    return starts
  }

  /// The rows in the order of their images, given where each image starts.
  private func orderByImage(_ starts: [Int]) -> [Int] {
    var next = starts
    var order = [Int](repeating: 0, count: count)
    for row in 0..<count {
      let group = images[row] >= 0 ? Int(images[row]) : starts.count - 1
      order[next[group]] = row
      next[group] += 1
    }
    return order
  }

  /// Whether the rows stand in the order of their images already, those without an image last.
  private var isGroupedByImage: Bool {
    var last: Int32 = 0
    for image in images {
      let group = image == Self.noImage ? Int32.max : image
      guard group >= last else { return false }
      last = group
    }
    return true
  }

  /// These rows in this order.
  package func permuted(by order: [Int]) -> AnnotationTable {
    var table = self
    table.permute(by: order)
    return table
  }

  /// Takes the rows in another order, or some of them.
  ///
  /// One column is replaced after the other, so that only one of them is in memory twice.
  private mutating func permute(by order: [Int]) {
    for ordering in Self.columnOrderings { ordering(&self, order)()(&self) }
  }
}

// MARK: Columns

/// A column whose rows can be taken in another order.
protocol TableColumn {
  init()
  /// These rows in this order.
  func permuted(by order: [Int]) -> Self
}

extension Array: TableColumn where Element: Equatable {
  func permuted(by order: [Int]) -> [Element] {
    // Many columns hold one value only: no keypoints, no annotator, no attribute.
    if let first, allSatisfy({ $0 == first }) {
      return order.count == count ? self : Array(repeating: first, count: order.count)
    }
    return order.map { self[$0] }
  }
}

extension AnnotationTable {
  /// Puts a new column into its place.
  private typealias ColumnChange = @Sendable (inout AnnotationTable) -> Void
  /// Takes a column out of a table; what it gives makes the new column, anywhere and at any time.
  private typealias ColumnOrdering = (inout AnnotationTable, [Int]) -> @Sendable () -> ColumnChange

  private static func column<Column: TableColumn & Sendable>(
    _ path: any WritableKeyPath<AnnotationTable, Column> & Sendable
  ) -> ColumnOrdering {
    { table, order in
      let column = table[keyPath: path]
      // Its memory is free as soon as the new column is made.
      table[keyPath: path] = Column()
      return {
        let ordered = column.permuted(by: order)
        return { $0[keyPath: path] = ordered }
      }
    }
  }

  /// Each is in memory twice while it is ordered, so that more at once raise the peak.
  private static let orderedAtOnce = 4

  /// All columns, the large ones first.
  private static var columnOrderings: [ColumnOrdering] {
    [
      column(\.boxes), column(\.places), column(\.ids), column(\.imageIDs),
      column(\.categoryIDs), column(\.segmentations), column(\.statedAreas), column(\.scores),
      column(\.seconds), column(\.images), column(\.categories), column(\.keypointRows),
      column(\.annotators), column(\.attributeRows), column(\.flags),
    ]
  }
}
