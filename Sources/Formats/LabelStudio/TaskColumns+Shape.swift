import Annotations
import Geometry

extension TaskColumns {
  /// The shape of a region that has all it needs; what it lacks is noted.
  mutating func usableShape(
    of region: TaskRegion,
    pointer: String
  ) -> TaskResult.Shape? {
    if let problem = region.problem {
      refuse(region, pointer, problem)
    } else if region.shape == nil {
      refuse(
        region,
        pointer,
        "'\(region.kind)' of a whole image is no object; expected a shape of the same 'id'"
      )
    } else if region.labels.isEmpty {
      refuse(region, pointer, "the shape has no label; expected at least one")
    } else if let size = region.size {
      guard let other = images.sizes.last ?? nil, other != size else {
        return region.shape
      }
      refuse(
        region,
        pointer,
        "the image is \(size.width) × \(size.height) px here and \(other.width) × \(other.height) px "
          + "in an earlier result"
      )
    } else {
      refuse(
        region,
        pointer,
        "'original_width' or 'original_height' is missing, without which percent are no pixels"
      )
    }
    return nil
  }

  /// Box and outline in pixels.
  mutating func drawing(
    of region: TaskRegion,
    pointer: String
  ) -> (Box, Segmentation)? {
    guard let shape = usableShape(of: region, pointer: pointer), let size = region.size else {
      return nil
    }
    let (width, height) = (Double(size.width) / 100, Double(size.height) / 100)
    switch shape {
    case .rectangle(let x, let y, let w, let h):
      return (Box(x: x * width, y: y * height, width: w * width, height: h * height), .none)
    case .polygon(let percents):
      let ring = percents.enumerated().map {
        $0.offset % 2 == 0 ? $0.element * width : $0.element * height
      }
      guard let box = Polygon.bounds(ring[...]) else { return nil }
      segmentation.rings.appendRow(ring)
      let count = Int32(segmentation.rings.count)
      return (box, .polygons(count - 1..<count))
    case .brush(let bytes):
      return brush(bytes, size, region, pointer)
    case .point: return nil
    }
  }

  private mutating func brush(
    _ bytes: [UInt8],
    _ size: ImageSize,
    _ region: TaskRegion,
    _ pointer: String
  ) -> (Box, Segmentation)? {
    var runs: [UInt32] = []
    if let problem = BrushMask.decode(bytes, size: size, into: &runs) {
      refuse(region, pointer, problem)
      return nil
    }
    guard let mask = RunLengthMask(height: size.height, width: size.width, runs: runs),
      mask.area > 0
    else {
      refuse(region, pointer, "the mask of the brush is empty")
      return nil
    }
    segmentation.runs.appendRow(runs)
    segmentation.maskSizes.append(MaskSize(height: size.height, width: size.width))
    return (mask.bounds, .mask(Int32(segmentation.maskSizes.count - 1)))
  }

  mutating func refuse(_ region: TaskRegion, _ pointer: String, _ text: String) {
    problems.append(
      Problem(place: region.place, pointer: "\(pointer)/result/\(region.index)", text: text)
    )
  }
}
