import Annotations
import Geometry
import Metrics

/// The outlines of one image as masks, each made when it is asked for first.
struct OutlineCache {
  private let dataset: Dataset
  private let size: ImageSize?
  private var masks: [Int: RunLengthMask?] = [:]

  /// `size`: Of the image, in px; without it polygons have no mask.
  init(_ dataset: Dataset, size: ImageSize?) {
    self.dataset = dataset
    self.size = size
  }

  /// Whether two annotations have outlines that share so much of the smaller one.
  mutating func overlap(_ row: Int, _ other: Int, atLeast share: Double) -> Bool {
    guard let first = mask(row), let second = mask(other), areOfOneSize(first, second) else {
      return false
    }
    let smaller = min(first.area, second.area)
    return smaller > 0
      && Double(first.intersectionArea(with: second)) >= share * Double(smaller)
  }

  /// Whether so much of an annotation, by its outline or else its box, lies in the outline or else the box of another.
  mutating func share(of row: Int, in region: Int, atLeast share: Double) -> Bool {
    let (box, around) = (dataset.annotations.boxes[row], dataset.annotations.boxes[region])
    let shared = box.intersection(with: around)
    guard box.area > 0, shared > 0 else { return false }
    guard let area = mask(region) else { return shared >= share * box.area }
    guard let own = mask(row) ?? boxMask(box, in: area), areOfOneSize(own, area) else {
      return false
    }
    return own.area > 0 && own.coverage(by: area) >= share
  }

  private func areOfOneSize(_ first: RunLengthMask, _ second: RunLengthMask) -> Bool {
    first.height == second.height && first.width == second.width
  }

  private mutating func mask(_ row: Int) -> RunLengthMask? {
    if let known = masks[row] { return known }
    let mask = dataset.mask(ofAnnotation: row, imageSize: size)
    masks[row] = .some(mask)
    return mask
  }

  private func boxMask(_ box: Box, in area: RunLengthMask) -> RunLengthMask? {
    let corners = [box.x, box.y, box.right, box.y, box.right, box.bottom, box.x, box.bottom]
    return RunLengthMask.rasterised([corners[...]], height: area.height, width: area.width)
  }
}
