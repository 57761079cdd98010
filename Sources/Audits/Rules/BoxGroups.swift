import Annotations
import Geometry

/// The annotations of an image that share a box.
enum BoxGroups {
  /// Groups of at least two rows with exactly the same box, each by row; crowd regions are left out.
  ///
  /// The groups come in the order of their first rows.
  ///
  /// - Complexity: O(n log n) for n annotations.
  static func of(image: Int, in dataset: Dataset) -> [[Int]] {
    let table = dataset.annotations
    let rows = dataset.annotations(ofImage: image)
      .filter { !table.flags[$0].contains(.crowd) }
      .sorted { table.boxes[$0] == table.boxes[$1] ? $0 < $1 : table.boxes[$0] < table.boxes[$1] }
    var groups: [[Int]] = []
    var start = 0
    for index in 1..<max(1, rows.count + 1) {
      if index < rows.count, table.boxes[rows[index]] == table.boxes[rows[start]] { continue }
      if index - start > 1 { groups.append(Array(rows[start..<index])) }
      start = index
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
