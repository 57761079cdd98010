import Annotations
import Findings
import Geometry
import Metrics

/// The boxes of a data set for which a tolerance means something, all and by part.
struct ToleranceObjects {
  /// All objects, then by size, then by category; parts without an object are left out.
  let groups: [(slice: SliceLabel, boxes: [BoxTolerance])]
  /// Regions that stand for many objects.
  let crowds: Int
  /// Boxes without extent, or so large that they have no finite area.
  let withoutExtent: Int

  init(_ dataset: Dataset) {
    let table = dataset.annotations
    var all: [BoxTolerance] = []
    var sizes: [String: [BoxTolerance]] = [:]
    var categories: [String: [BoxTolerance]] = [:]
    var (crowds, withoutExtent) = (0, 0)
    for row in 0..<table.count {
      guard !table.flags[row].contains(.crowd) else {
        crowds += 1
        continue
      }
      let box = table.boxes[row]
      guard let tolerance = BoxTolerance(width: box.width, height: box.height) else {
        withoutExtent += 1
        continue
      }
      all.append(tolerance)
      sizes[ObjectSize.value(area: box.area), default: []].append(tolerance)
      let category = table.categories[row]
      if category != AnnotationTable.noCategory {
        categories[dataset.categories.names[Int(category)], default: []].append(tolerance)
      }
    }
    self.crowds = crowds
    self.withoutExtent = withoutExtent
    groups =
      [(SliceLabel.overall, all)]
      + ObjectSize.values.compactMap { size in
        sizes[size].map { (SliceLabel([.size: size]), $0) }
      }
      + categories.sorted { $0.key < $1.key }.map { (SliceLabel([.category: $0.key]), $0.value) }
  }
}
