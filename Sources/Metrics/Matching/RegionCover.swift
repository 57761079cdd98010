import Annotations
import Geometry

/// The crowd and ignore regions of one side of an image, and what lies in them.
struct RegionCover {
  private let regions: [Region]
  private let options: MatchingOptions

  private struct Region {
    /// Position in the pairing's `categories`, or `AnnotationTable.noCategory` for any.
    var category: Int32
    var box: Box
    /// Only where masks are compared.
    var mask: RunLengthMask?
  }

  /// `mask`: Of a row of the side's annotation table; asked for only where masks are compared.
  init(
    _ regions: [ImageObjects.Object],
    options: MatchingOptions,
    mask: (_ row: Int) -> RunLengthMask?
  ) {
    self.options = options
    self.regions = regions.map { region in
      Region(
        category: region.category,
        box: region.box,
        mask: options.similarity == .mask ? mask(region.row) : nil
      )
    }
  }

  /// Whether an object lies in a region of its category or of none, by at least τ of its own area.
  func absorbs(_ object: ImageObjects.Object, _ shape: ObjectShapes.Shape?) -> Bool {
    regions.contains { region in
      (region.category == AnnotationTable.noCategory || region.category == object.category)
        && options.coverage(of: object.box, shape, by: region.box, region.mask)
          >= options.minimumIoU
    }
  }
}
