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
    var positions: [GroupKey: Int] = [:]
    var groups: [BoxGroup] = []
    var seen: Set<GroupedBox> = []
    for row in rows {
      let box = annotations.boxes[row]
      guard box.area > 0, box.right.isFinite, box.bottom.isFinite, box.x.isFinite, box.y.isFinite,
        !annotations.flags[row].contains(.crowd)
      else { continue }
      let key = GroupKey(
        annotator: annotations.annotators[row],
        category: annotations.categories[row],
        categoryID: annotations.categoryIDs[row]
      )
      guard seen.insert(GroupedBox(key: key, box: box)).inserted else { continue }
      let position = positions[key] ?? groups.count
      if position == groups.count {
        positions[key] = position
        groups.append(BoxGroup())
      }
      groups[position].rows.append(row)
      groups[position].boxes.append(box)
    }
    return groups.filter { $0.rows.count > 1 }
  }
}

/// Whose work on which category; the id tells categories apart that are not declared.
private struct GroupKey: Hashable {
  var annotator: Int32
  var category: Int32
  var categoryID: RecordID
}

private struct GroupedBox: Hashable {
  var key: GroupKey
  var box: Box
}
