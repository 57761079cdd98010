import Annotations

/// Key points of objects, in the order of the names that the objects' category has.
struct TaskKeypoints {
  /// By annotation: its row, or `noKeypoints`.
  let rows: [Int32]
  /// By row: the annotation's points and its category's label.
  private var objects: [(category: StringCode, points: [TaskColumns.Point])] = []
  /// By category: labels of its points.
  private var labels: [StringCode: Set<StringCode>] = [:]

  init(_ points: [TaskColumns.Point], of annotations: AnnotationTable) {
    var rows = [Int32](repeating: AnnotationTable.noKeypoints, count: annotations.count)
    for point in points {
      guard case .text(let category) = annotations.categoryIDs[point.row] else { continue }
      if rows[point.row] == AnnotationTable.noKeypoints {
        rows[point.row] = Int32(objects.count)
        objects.append((category, []))
      }
      objects[Int(rows[point.row])].points.append(point)
      labels[category, default: []].insert(point.label)
    }
    self.rows = rows
  }

  /// The names of a category's key points, sorted.
  func names(of category: StringCode, in strings: StringTable) -> [StringCode] {
    (labels[category] ?? []).sorted {
      strings[$0].utf8.lexicographicallyPrecedes(strings[$1].utf8)
    }
  }

  /// One row an object; a point that it lacks is unlabelled.
  func all(in strings: StringTable) -> Ragged<Keypoint> {
    var all = Ragged<Keypoint>()
    for object in objects {
      for name in names(of: object.category, in: strings) {
        let point = object.points.first { $0.label == name }
        all.append(
          Keypoint(
            x: point?.x ?? 0,
            y: point?.y ?? 0,
            visibility: point == nil ? .unlabelled : .visible
          )
        )
      }
      all.endRow()
    }
    return all
  }
}
