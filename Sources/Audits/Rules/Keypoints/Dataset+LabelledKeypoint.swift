import Annotations
import Geometry

extension Dataset {
  /// Positions, counted from 0, of the labelled keypoints of an annotation that lie beyond an area by
  /// more than `tolerance` px.
  func keypoints(ofAnnotation row: Int, outside area: Box, tolerance: Double) -> [Int] {
    let points = keypoints(ofAnnotation: row)
    return points.indices.filter { index in
      let point = points[index]
      return point.visibility != .unlabelled
        && (point.x < area.x - tolerance || point.x > area.right + tolerance
          || point.y < area.y - tolerance || point.y > area.bottom + tolerance)
    }.map { $0 - points.startIndex }
  }

  /// How a message names a keypoint: its name in the category, or its position.
  func keypointText(_ position: Int, ofAnnotation row: Int) -> String {
    let category = annotations.categories[row]
    let names = category < 0 ? [] : categories.keypointNames[Int(category)]
    guard position < names.count else { return "keypoint \(position), counted from 0," }
    return "'\(strings[names[names.startIndex + position]])'"
  }

  /// The labelled keypoint that the category of an annotation calls `name`.
  func keypoint(_ name: String, ofAnnotation row: Int) -> Keypoint? {
    let category = annotations.categories[row]
    guard category >= 0, let code = strings.code(of: name) else { return nil }
    let (names, points) = (
      categories.keypointNames[Int(category)], keypoints(ofAnnotation: row)
    )
    guard names.count == points.count, let index = names.firstIndex(of: code) else { return nil }
    let point = points[points.startIndex + index - names.startIndex]
    return point.visibility == .unlabelled ? nil : point
  }
}
