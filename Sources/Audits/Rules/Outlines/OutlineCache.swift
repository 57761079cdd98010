import Annotations
import Geometry
import Metrics

/// The outlines of the annotations of one image, or of some of them, as coordinates or masks, each made when it is
/// asked for first.
///
/// Annotations go by their positions in the rows that `start` was given. One cache serves all images of a block: the
/// room that it has once it keeps.
struct OutlineCache {
  private let block: AnnotationBlock
  private var first = 0
  private var entries: [Entry] = []
  /// Of the image, in px; without it polygons have no mask.
  private var size: ImageSize?
  private var buffer = RingBuffer()
  /// Where the rings that were asked for stand in `buffer`.
  private var places: [Range<Int>] = []
  private var meter = SharedAreaMeter()

  /// An outline that covers so much of its box is the box, written to some decimals.
  private static let wholeBox = 0.99

  /// An annotation and what was made of its outline.
  private struct Entry {
    var row: Int
    var segmentation: Segmentation
    /// Of its first ring in `places`; `nil` until it is asked for.
    var firstPlace: Int?
    /// The outer `nil` until it is asked for, the inner one where there is none.
    var mask: RunLengthMask??
  }

  init(_ block: AnnotationBlock) { self.block = block }

  /// Has the rings of annotations at hand that may be asked for.
  func fetch(_ rows: [Int]) {
    var rings: [Int] = []
    rings.reserveCapacity(rows.count)
    for row in rows {
      guard case .polygons(let range) = block.dataset.annotations.segmentations[row] else {
        continue
      }
      for ring in range { rings.append(Int(ring)) }
    }
    block.dataset.segmentation.rings.fetch(rings)
  }

  /// Forgets all outlines, and takes annotations of one image; there is at least one.
  mutating func start<Rows: RandomAccessCollection>(with rows: Rows)
  where Rows.Element == Int, Rows.Index == Int {
    entries.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    buffer.removeAll()
    first = rows.startIndex
    for row in rows {
      entries.append(Entry(row: row, segmentation: block.dataset.annotations.segmentations[row]))
    }
    let image = Int(block.dataset.annotations.images[entries[0].row])
    size = block.dataset.images.sizes[image]
  }

  /// Whether an annotation has an outline that leaves out something of its box.
  func isFiner(_ position: Int, than box: Box) -> Bool {
    let covered =
      switch entries[position - first].segmentation {
      case .none: Double.infinity
      case .polygons: area(position)
      case .mask(let mask): Double(block.dataset.segmentation.maskArea(mask))
      }
    return covered < Self.wholeBox * box.area
  }

  /// Whether two annotations have outlines that share so much of the smaller one.
  ///
  /// Of polygons by their areas, else by pixels; rings of one outline are taken not to overlap each other.
  mutating func overlap(_ position: Int, _ other: Int, atLeast share: Double) -> Bool {
    if case .polygons(let rings) = entries[position - first].segmentation,
      case .polygons(let otherRings) = entries[other - first].segmentation
    {
      let smaller = min(area(position), area(other))
      return smaller > 0 && sharesArea(of: position, rings, other, otherRings, share * smaller)
    }
    guard let own = mask(position), let others = mask(other), areOfOneSize(own, others) else {
      return false
    }
    let smaller = min(own.area, others.area)
    return smaller > 0 && Double(own.intersectionArea(with: others)) >= share * Double(smaller)
  }

  /// Whether so much of an annotation, by its outline or else its box, lies in the outline or else the box of another.
  ///
  /// `share` is above 0.
  mutating func share(of position: Int, in region: Int, atLeast share: Double) -> Bool {
    let boxes = block.dataset.annotations.boxes
    let (box, around) = (boxes[entries[position - first].row], boxes[entries[region - first].row])
    let shared = box.intersection(with: around)
    guard box.area > 0, shared > 0 else { return false }
    guard let area = mask(region) else { return shared >= share * box.area }
    if let isCovered = isCovered(position, by: area, atLeast: share) { return isCovered }
    guard let own = mask(position) ?? boxMask(box, in: area), areOfOneSize(own, area) else {
      return false
    }
    return own.area > 0 && own.coverage(by: area) >= share
  }
}

// MARK: Polygons

extension OutlineCache {
  /// In px².
  private func area(_ position: Int) -> Double {
    block.shape(ofAnnotation: entries[position - first].row).area
  }

  /// Whether the rings of two outlines share at least so many px².
  private mutating func sharesArea(
    of position: Int,
    _ rings: Range<Int32>,
    _ other: Int,
    _ otherRings: Range<Int32>,
    _ least: Double
  ) -> Bool {
    let (place, otherPlace) = (firstPlace(position, rings), firstPlace(other, otherRings))
    var sum = 0.0
    for (offset, ring) in rings.enumerated() {
      for (otherOffset, otherRing) in otherRings.enumerated() {
        sum = meter.sharedArea(
          buffer[places[place + offset]],
          bounds(of: ring, position, rings),
          buffer[places[otherPlace + otherOffset]],
          bounds(of: otherRing, other, otherRings),
          addedTo: sum,
          upTo: least
        )
        // Nothing is taken off again.
        if sum >= least { return true }
      }
    }
    return sum >= least
  }

  private func bounds(of ring: Int32, _ position: Int, _ rings: Range<Int32>) -> Box? {
    // What the block has of an annotation lies near; the shapes of rings lie anywhere.
    rings.count == 1
      ? block.shape(ofAnnotation: entries[position - first].row).bounds
      : block.ringShapes[Int(ring)].bounds
  }

  /// Where the rings of an annotation begin in `places`.
  private mutating func firstPlace(_ position: Int, _ rings: Range<Int32>) -> Int {
    if let known = entries[position - first].firstPlace { return known }
    let place = places.count
    for ring in rings {
      places.append(buffer.append(Int(ring), of: block.dataset.segmentation.rings))
    }
    entries[position - first].firstPlace = place
    return place
  }
}

// MARK: Masks

extension OutlineCache {
  /// Whether so much of an outline of one ring lies in a mask, where that shows without the outline's own mask.
  private mutating func isCovered(
    _ position: Int,
    by area: RunLengthMask,
    atLeast share: Double
  ) -> Bool? {
    guard size?.height == area.height, size?.width == area.width,
      case .polygons(let rings) = entries[position - first].segmentation, rings.count == 1
    else { return nil }
    let place = firstPlace(position, rings)
    let shape = block.shape(ofAnnotation: entries[position - first].row)
    guard let limits = area.shareCovered(ofRing: buffer[places[place]], shape) else { return nil }
    if limits.lowerBound >= share { return true }
    return limits.upperBound < share ? false : nil
  }

  private func areOfOneSize(_ first: RunLengthMask, _ second: RunLengthMask) -> Bool {
    first.height == second.height && first.width == second.width
  }

  private mutating func mask(_ position: Int) -> RunLengthMask? {
    if let known = entries[position - first].mask { return known }
    let row = entries[position - first].row
    let mask = block.dataset.mask(ofAnnotation: row, imageSize: size)
    entries[position - first].mask = .some(mask)
    return mask
  }

  private func boxMask(_ box: Box, in area: RunLengthMask) -> RunLengthMask? {
    let corners = [box.x, box.y, box.right, box.y, box.right, box.bottom, box.x, box.bottom]
    return RunLengthMask.rasterised([corners[...]], height: area.height, width: area.width)
  }
}
