/// The best-scored other rows of each row of a block, in single precision.
///
/// The best `capacity` are the same whatever order they are offered in: by score, equals by row.
struct CandidateBlock: Sendable {
  /// The rows whose candidates these are.
  let rows: Range<Int>
  /// Candidates of each row.
  let capacity: Int
  /// `rows × capacity`, best first.
  private(set) var scores: [Float]
  private(set) var others: [Int32]
  /// By row of the block: the score that a newcomer must reach.
  private var thresholds: [Float]

  /// Stands in `others` where there is no candidate yet.
  static let none = Int32.max

  init(rows: Range<Int>, capacity: Int) {
    self.rows = rows
    self.capacity = capacity
    scores = [Float](repeating: -.infinity, count: rows.count * capacity)
    others = [Int32](repeating: Self.none, count: rows.count * capacity)
    thresholds = [Float](repeating: -.infinity, count: rows.count)
  }

  /// Takes a candidate of the block's `row`-th row, if it is good enough.
  private mutating func offer(_ other: Int32, score: Float, to row: Int) {
    let (first, last) = (row * capacity, (row + 1) * capacity - 1)
    guard score > scores[last] || (score == scores[last] && other < others[last]) else { return }
    var place = last
    while place > first,
      score > scores[place - 1] || (score == scores[place - 1] && other < others[place - 1])
    {
      scores[place] = scores[place - 1]
      others[place] = others[place - 1]
      place -= 1
    }
    scores[place] = score
    others[place] = other
    thresholds[row] = scores[last]
  }

  // MARK: Meeting

  /// Scores every row of a block against every other one of it.
  mutating func meetItself(_ panel: ScorePanel) {
    var products = Self.buffer(rows.count * rows.count)
    BLAS.multiply(
      panel.values,
      rows: rows,
      panel.values,
      rows: rows,
      width: panel.width,
      into: &products
    )
    for row in 0..<rows.count {
      scan(products, row: row, columns: rows, skipping: row, panel)
    }
  }

  /// Scores every row of a block against every row of another: one product serves both.
  static func meet(_ a: inout CandidateBlock, _ b: inout CandidateBlock, _ panel: ScorePanel) {
    var products = buffer(a.rows.count * b.rows.count)
    BLAS.multiply(
      panel.values,
      rows: a.rows,
      panel.values,
      rows: b.rows,
      width: panel.width,
      into: &products
    )
    for row in 0..<a.rows.count {
      a.scan(products, row: row, columns: b.rows, skipping: nil, panel)
      b.scanAcross(products, other: a.rows.lowerBound + row, start: row * b.rows.count, panel)
    }
  }

  /// Memory that the product fills.
  private static func buffer(_ count: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      initialized = count
    }
  }

  /// How many products are compared before one of them is looked at.
  private static let stride = 64

  /// One row of products: candidates of one row of this block.
  private mutating func scan(
    _ products: [Float],
    row: Int,
    columns: Range<Int>,
    skipping own: Int?,
    _ panel: ScorePanel
  ) {
    let start = row * columns.count
    for first in Swift.stride(from: 0, to: columns.count, by: Self.stride) {
      let part = first..<min(first + Self.stride, columns.count)
      let threshold = thresholds[row]
      var hits: Int32 = 0
      products.withUnsafeBufferPointer { products in
        panel.scales.withUnsafeBufferPointer { scales in
          panel.offsets.withUnsafeBufferPointer { offsets in
            for column in part {
              let other = columns.lowerBound + column
              let score = products[start + column] * scales[other] - offsets[other]
              hits &+= score >= threshold ? 1 : 0
            }
          }
        }
      }
      guard hits > 0 else { continue }
      for column in part where column != own {
        let other = columns.lowerBound + column
        let score = products[start + column] * panel.scales[other] - panel.offsets[other]
        if score >= thresholds[row] { offer(Int32(other), score: score, to: row) }
      }
    }
  }

  /// One row of products, of a row of another block: a candidate of every row of this one.
  private mutating func scanAcross(
    _ products: [Float],
    other: Int,
    start: Int,
    _ panel: ScorePanel
  ) {
    let (scale, offset) = (panel.scales[other], panel.offsets[other])
    for first in Swift.stride(from: 0, to: rows.count, by: Self.stride) {
      let part = first..<min(first + Self.stride, rows.count)
      var hits: Int32 = 0
      products.withUnsafeBufferPointer { products in
        thresholds.withUnsafeBufferPointer { thresholds in
          for row in part {
            hits &+= products[start + row] * scale - offset >= thresholds[row] ? 1 : 0
          }
        }
      }
      guard hits > 0 else { continue }
      for row in part {
        let score = products[start + row] * scale - offset
        if score >= thresholds[row] { offer(Int32(other), score: score, to: row) }
      }
    }
  }
}
