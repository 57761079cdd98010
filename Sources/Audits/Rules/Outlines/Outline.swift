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
  /// The outlines of some annotations, in order; `shapes` are those of all rings of the data set.
  func outlines(ofAnnotations rows: Range<Int>, shapes: [OutlineShape]) -> [Outline] {
    var outlines: [Outline] = []
    outlines.reserveCapacity(rows.count)
    for row in rows {
      var shape = OutlineShape()
      switch annotations.segmentations[row] {
      case .none: continue
      case .mask: break
      case .polygons(let rings):
        if let first = rings.first { shape = shapes[Int(first)] }
        for ring in rings.dropFirst() { shape.formUnion(shapes[Int(ring)]) }
      }
      outlines.append(
        Outline(row: row, segmentation: annotations.segmentations[row], shape: shape)
      )
    }
    return outlines
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
