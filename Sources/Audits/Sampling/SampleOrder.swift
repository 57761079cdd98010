import Annotations
import Geometry

/// An order of images and annotations that does not depend on that of their records, so that a file with
/// shuffled records gives the same sample.
struct SampleOrder {
  /// Rows of the image table by file name.
  let images: [Int]
  private let dataset: Dataset
  /// By row of the image table: its position in `images`.
  private let ranks: [Int]

  init(_ dataset: Dataset) {
    self.dataset = dataset
    let names = dataset.images.fileNames
    images = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    var ranks = [Int](repeating: 0, count: names.count)
    for (rank, row) in images.enumerated() { ranks[row] = rank }
    self.ranks = ranks
  }

  /// By image, then id, then box; what is still equal stays in the file's order.
  func sorted(annotations rows: [Int]) -> [Int] {
    let table = dataset.annotations
    return rows.sorted { a, b in
      let (first, second) = (ranks[Int(table.images[a])], ranks[Int(table.images[b])])
      if first != second { return first < second }
      if table.ids[a] != table.ids[b] { return precedes(table.ids[a], table.ids[b]) }
      let (left, right) = (table.boxes[a], table.boxes[b])
      if left != right { return precedes(left, right) }
      return a < b
    }
  }

  /// Numbers before texts before none.
  private func precedes(_ a: RecordID, _ b: RecordID) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): dataset.strings[a] < dataset.strings[b]
    case (.number, _): true
    case (.text, .absent): true
    default: false
    }
  }

  private func precedes(_ a: Box, _ b: Box) -> Bool {
    (a.x, a.y, a.width, a.height) < (b.x, b.y, b.width, b.height)
  }
}
