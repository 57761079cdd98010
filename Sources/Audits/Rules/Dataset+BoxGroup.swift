import Annotations
import Geometry

/// Different boxes of one category and one annotator in one image, in the order of the records.
struct BoxGroup {
  var rows: [Int] = []
  var boxes: [Box] = []
}

extension Dataset {
  /// The boxes of an image that may be held against each other, groups of one box left out.
  ///
  /// Crowd regions, boxes without extent and exact copies are left out.
  func boxGroups(ofImage image: Int) -> [BoxGroup] {
    let rows = annotations(ofImage: image)
    guard rows.count > 1 else { return [] }
    let members = rows.compactMap(member).sorted { $0.isBefore($1) }
    var groups: [BoxGroup] = []
    var start = 0
    while start < members.count {
      var end = start + 1
      while end < members.count, members[end].isOfGroup(of: members[start]) { end += 1 }
      if end - start > 1 { groups.append(BoxGroup(members[start..<end])) }
      start = end
    }
    return groups.filter { $0.rows.count > 1 }.sorted { $0.rows[0] < $1.rows[0] }
  }

  private func member(_ row: Int) -> GroupMember? {
    let box = annotations.boxes[row]
    guard box.area > 0, box.right.isFinite, box.bottom.isFinite, box.x.isFinite, box.y.isFinite,
      !annotations.flags[row].contains(.crowd)
    else { return nil }
    return GroupMember(
      annotator: annotations.annotators[row],
      category: annotations.categories[row],
      categoryID: annotations.categoryIDs[row],
      box: box,
      row: row
    )
  }
}

extension BoxGroup {
  /// Takes members that are sorted; of exact copies the first stays.
  fileprivate init(_ members: ArraySlice<GroupMember>) {
    var different: [GroupMember] = []
    for member in members where different.last?.box != member.box { different.append(member) }
    different.sort { $0.row < $1.row }
    rows = different.map(\.row)
    boxes = different.map(\.box)
  }
}

/// A box, with whose work on which category it is; the id tells categories apart that are not declared.
private struct GroupMember {
  var annotator: Int32
  var category: Int32
  var categoryID: RecordID
  var box: Box
  var row: Int

  func isOfGroup(of other: GroupMember) -> Bool {
    annotator == other.annotator && category == other.category && categoryID == other.categoryID
  }

  /// Groups stand together, and in them equal boxes, the first record first.
  func isBefore(_ other: GroupMember) -> Bool {
    if annotator != other.annotator { return annotator < other.annotator }
    if category != other.category { return category < other.category }
    if categoryID != other.categoryID { return categoryID.sortKey < other.categoryID.sortKey }
    return box == other.box ? row < other.row : box < other.box
  }
}

extension RecordID {
  /// Some order in which equal ids are equal.
  fileprivate var sortKey: (Int, Int64) {
    switch self {
    case .number(let number): (0, number)
    case .text(let code): (1, Int64(code.rawValue))
    case .absent: (2, 0)
    }
  }
}
