import Annotations
import Geometry

/// The polygons or the mask of one annotation.
struct Outline: Sendable {
  /// Of the annotation table.
  let row: Int
  let segmentation: Segmentation
  /// Of all rings together; that of no ring for a mask.
  let shape: OutlineShape
}

extension Dataset {
  /// By annotation, from the first of `rows` on: the shape of its rings together, that of no ring where it has none.
  ///
  /// `ringShapes` are those of all rings of the data set.
  func shapes(ofAnnotations rows: Range<Int>, ringShapes: [OutlineShape]) -> [OutlineShape] {
    // Ring by ring from anywhere in memory: in so short a loop many of them are waited for at once.
    var shapes = rows.map { row in
      let ring = annotations.segmentations[row].firstRing
      return ring < 0 ? OutlineShape() : ringShapes[ring]
    }
    for row in rows {
      guard case .polygons(let rings) = annotations.segmentations[row] else { continue }
      for ring in rings.dropFirst() {
        shapes[row - rows.lowerBound].formUnion(ringShapes[Int(ring)])
      }
    }
    return shapes
  }
}

extension Segmentation {
  /// The first of its rings, below 0 where it has none.
  fileprivate var firstRing: Int {
    guard case .polygons(let rings) = self, !rings.isEmpty else { return -1 }
    return Int(rings.lowerBound)
  }
}

extension SegmentationTable {
  /// Rings that one task measures: a constant, so that results do not depend on the machine.
  private static let ringsPerTask = 4096

  /// The shapes of all rings, measured in the order of the file.
  ///
  /// Rules go image by image, which in many files is no order of the outlines: each would wait for memory.
  func ringShapes(threads: Int) async -> [OutlineShape] {
    let starts = Array(stride(from: 0, to: rings.count, by: Self.ringsPerTask))
    let rings = rings
    var shapes: [OutlineShape] = []
    shapes.reserveCapacity(rings.count)
    await mergeInOrder(starts, threads: threads) { start in
      var buffer = RingBuffer()
      return (start..<min(start + Self.ringsPerTask, rings.count)).map { ring in
        buffer.removeAll()
        let place = buffer.append(ring, of: rings)
        return OutlineShape(ring: buffer[place])
      }
    } merge: {
      shapes += $0
    }
    return shapes
  }
}
