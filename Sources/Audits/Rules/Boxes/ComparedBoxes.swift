import Annotations
import Geometry

/// The boxes of some images that may be held against each other: those of one image, by one annotator.
///
/// Crowd regions and boxes without extent are left out. O(n log n) for n annotations of an image.
struct ComparedBoxes: Sendable {
  /// The annotations that repeat a box of their image to the bit, in order, each once.
  ///
  /// An annotation is a repetition of its category's first one, or, where it is itself the first of its
  /// category, of the first one of another.
  private(set) var repeated: [RepeatedBox] = []
  /// Rows of the annotation table and boxes of all groups, group by group.
  ///
  /// Columns of all images in place of two arrays a group: most groups are of two boxes.
  private(set) var rows: [Int] = []
  private var boxes: [Box] = []
  private var places: [Place] = []
  /// Of the groups that are too large to be looked through.
  private var indices: [BoxIndex] = []

  /// A group's place in the columns.
  private struct Place {
    var positions: Range<Int>
    /// Position in `indices`, or `nil` where the group has none.
    var index: Int?
  }

  init() {}

  init(ofImages images: Range<Int>, of dataset: Dataset) {
    // One for all images, so that an image allocates nothing.
    var members: [ComparedBox] = []
    for image in images {
      let rows = dataset.annotations(ofImage: image)
      guard rows.count > 1 else { continue }
      members.removeAll(keepingCapacity: true)
      for row in rows {
        if let member = ComparedBox(row, of: dataset) { members.append(member) }
      }
      let copies = addRepetitions(among: &members)
      addGroups(among: &members, without: copies)
    }
  }

  /// Adds the repetitions in one image.
  ///
  /// - Returns: The rows of exact copies, in box and category, of an earlier one.
  private mutating func addRepetitions(among members: inout [ComparedBox]) -> Set<Int> {
    guard members.mayRepeat else { return [] }
    members.sort { $0.isBefore($1) }
    let start = repeated.count
    members.forEachRun(where: { $0.isSame(as: $1) }) { addRepetitions(of: $0) }
    guard repeated.count > start else { return [] }
    repeated[start...].sort { $0.row < $1.row }
    return Set(repeated[start...].filter(\.isSameCategory).map(\.row))
  }

  /// Goes over the annotations that share a box, in their order.
  private mutating func addRepetitions(of members: ArraySlice<ComparedBox>) {
    let first = members[members.startIndex].row
    var firsts: [CategoryIdentity: Int] = [:]
    for member in members {
      if let first = firsts[member.category] {
        repeated.append(RepeatedBox(row: member.row, first: first, isSameCategory: true))
        continue
      }
      firsts[member.category] = member.row
      if member.row != first {
        repeated.append(RepeatedBox(row: member.row, first: first, isSameCategory: false))
      }
    }
  }

  /// Adds the groups of one image.
  private mutating func addGroups(among members: inout [ComparedBox], without copies: Set<Int>) {
    members.removeAll { !$0.isFinite || copies.contains($0.row) }
    members.sort { $0.isOfEarlierGroup(than: $1) }
    let start = places.count
    members.forEachRun(where: { $0.isOfGroup(of: $1) }) { addGroup($0) }
    guard places.count > start + 1 else { return }
    places[start...].sort { rows[$0.positions.lowerBound] < rows[$1.positions.lowerBound] }
  }

  private mutating func addGroup(_ members: ArraySlice<ComparedBox>) {
    let start = rows.count
    for member in members {
      rows.append(member.row)
      boxes.append(member.box)
    }
    var place = Place(positions: start..<rows.count)
    if members.count > BoxIndex.leafSize {
      place.index = indices.count
      indices.append(BoxIndex(Array(boxes[start...])))
    }
    places.append(place)
  }

  /// Images in order, their groups in the order of their first annotations; exact copies and groups of
  /// one box are left out.
  var groups: some Sequence<BoxGroup> {
    places.lazy.map { place in
      BoxGroup(
        rows: rows[place.positions],
        boxes: boxes[place.positions],
        index: place.index.map { indices[$0] }
      )
    }
  }
}

extension [ComparedBox] {
  /// `false` where it is plain that no box stands twice; most images have few boxes, and none that does.
  fileprivate var mayRepeat: Bool {
    // Pair by pair while that takes less than putting them in order.
    guard count <= 16 else { return true }
    for position in indices.dropFirst() {
      let x = self[position].box.x
      for earlier in 0..<position where self[earlier].box.x == x { return true }
    }
    return false
  }

  /// Calls `body` with each two or more elements that stand together and are alike.
  fileprivate func forEachRun(
    where areAlike: (ComparedBox, ComparedBox) -> Bool,
    _ body: (ArraySlice<ComparedBox>) -> Void
  ) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, areAlike(self[start], self[end]) { end += 1 }
      if end - start > 1 { body(self[start..<end]) }
      start = end
    }
  }
}
