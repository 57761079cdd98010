/// The outline of one annotation, by reference into a `SegmentationTable`.
package enum Segmentation: Hashable, Sendable {
  case none
  /// Rings of the table, united.
  case polygons(Range<Int32>)
  /// A mask of the table.
  case mask(Int32)
}

/// A run-length encoded mask as COCO keeps it: column-major, the first run is background.
package struct MaskSize: Hashable, Sendable {
  package var height: Int
  package var width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }
}

/// All polygon rings and run-length masks of a data set.
package struct SegmentationTable: Sendable {
  package var rings = RingTable()
  /// One row a mask: lengths of alternating runs, background first.
  package var runs = Ragged<UInt32>()
  /// Height and width of each mask.
  package var maskSizes: [MaskSize] = []

  package init() {}

  /// The number of foreground pixels of a mask.
  package func maskArea(_ mask: Int32) -> Int {
    var area = 0
    var isForeground = false
    for run in runs[Int(mask)] {
      if isForeground { area += Int(run) }
      isForeground.toggle()
    }
    return area
  }
}
