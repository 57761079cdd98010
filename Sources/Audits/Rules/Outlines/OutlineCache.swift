import Annotations
import Geometry
import Metrics

/// The outlines of one image as masks or polygons, each made when it is asked for first.
struct OutlineCache {
  private let dataset: Dataset
  private let size: ImageSize?
  private var masks: [Int: RunLengthMask?] = [:]
  private var polygons: [Int: Polygons] = [:]

  /// `size`: Of the image, in px; without it polygons have no mask.
  init(_ dataset: Dataset, size: ImageSize?) {
    self.dataset = dataset
    self.size = size
  }

  /// Whether two annotations have outlines that share so much of the smaller one.
  ///
  /// Of polygons by their areas, else by pixels; rings of one outline are taken not to overlap each other.
  mutating func overlap(_ row: Int, _ other: Int, atLeast share: Double) -> Bool {
    if let first = polygons(row), let second = polygons(other) {
      let smaller = min(first.area, second.area)
      return smaller > 0 && first.sharedArea(with: second) >= share * smaller
    }
    guard let first = mask(row), let second = mask(other), areOfOneSize(first, second) else {
      return false
    }
    let smaller = min(first.area, second.area)
    return smaller > 0
      && Double(first.intersectionArea(with: second)) >= share * Double(smaller)
  }

  private mutating func polygons(_ row: Int) -> Polygons? {
    if let known = polygons[row] { return known }
    guard case .polygons(let rings) = dataset.annotations.segmentations[row] else { return nil }
    let polygons = Polygons(rings: rings.map { dataset.segmentation.rings[Int($0)] })
    self.polygons[row] = polygons
    return polygons
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

extension OutlineCache {
  /// An outline of rings in pixels.
  private struct Polygons {
    let rings: [ArraySlice<Double>]
    /// In px².
    let area: Double

    init(rings: [ArraySlice<Double>]) {
      self.rings = rings
      area = rings.reduce(0) { $0 + Polygon.area($1) }
    }

    func sharedArea(with other: Polygons) -> Double {
      rings.reduce(0) { sum, ring in
        other.rings.reduce(sum) { $0 + Polygon.sharedArea(ring, $1) }
      }
    }
  }
}
