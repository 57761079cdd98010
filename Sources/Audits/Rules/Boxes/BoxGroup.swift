import Geometry

/// Different boxes of one category and one annotator in one image, in the order of the records.
///
/// A view of the columns of `ComparedBoxes`: a position in one is that in the other.
struct BoxGroup: Sendable {
  /// Rows of the annotation table.
  let rows: ArraySlice<Int>
  let boxes: ArraySlice<Box>
  /// Of `boxes`, where they are too many to be looked through.
  private let index: BoxIndex?

  init(rows: ArraySlice<Int>, boxes: ArraySlice<Box>, index: BoxIndex?) {
    precondition(rows.indices == boxes.indices, "a box stands where its row does")
    self.rows = rows
    self.boxes = boxes
    self.index = index
  }

  /// The positions of the boxes, those of `rows` as well.
  var positions: Range<Int> { rows.indices }

  /// The first box, before a position where one is given, with its edges in `range` of which `isWanted` is true.
  func first(
    in range: EdgeRange,
    before limit: Int? = nil,
    where isWanted: (Int, Box) -> Bool
  ) -> Int? {
    let limit = limit ?? boxes.endIndex
    guard let index else { return range.first(of: boxes, before: limit, where: isWanted) }
    let start = boxes.startIndex
    return index.first(in: range, before: limit - start) { isWanted($0 + start, $1) }
      .map { $0 + start }
  }
}
