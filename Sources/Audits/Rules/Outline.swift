import Annotations
import Geometry

/// The polygon rings of one annotation.
struct Outline {
  /// Of the annotation table.
  let row: Int
  /// Rows of the data set's rings.
  let rings: Range<Int32>
  /// One for each ring.
  let shapes: ArraySlice<RingShape>

  /// The smallest box around all rings, or `nil` without a point.
  var bounds: Box? {
    var union: Box?
    for shape in shapes {
      guard let box = shape.bounds else { continue }
      union = union?.union(box) ?? box
    }
    return union
  }
}

extension SegmentationTable {
  /// Rings that one task measures: a constant, so that results do not depend on the machine.
  private static let ringsPerTask = 4096

  /// The shapes of all rings, measured in the order of the file.
  ///
  /// Rules go image by image, which in many files is no order of the outlines: each would wait for memory.
  func shapes(threads: Int) async -> [RingShape] {
    let starts = Array(stride(from: 0, to: rings.count, by: Self.ringsPerTask))
    let rings = rings
    var shapes: [RingShape] = []
    shapes.reserveCapacity(rings.count)
    await mergeInOrder(starts, threads: threads) { start in
      (start..<min(start + Self.ringsPerTask, rings.count)).map { RingShape(rings[$0]) }
    } merge: {
      shapes += $0
    }
    return shapes
  }
}
