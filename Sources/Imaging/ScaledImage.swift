package import Annotations
package import Geometry

/// A picture that may be in memory at a part of its size; places in it are those of the original.
package struct ScaledImage: Sendable {
  package let raster: Raster
  /// The original's size in pixels.
  package let size: ImageSize

  package init(_ raster: Raster, size: ImageSize) {
    self.raster = raster
    self.size = size
  }

  /// Decodes a picture, and turns it where `isTurned` says that places are those of what is shown.
  ///
  /// `shortest` and `atLeast` are those of `ImageData.raster`.
  ///
  /// - Throws: `ImageError.damaged` or `.tooManyPixels`.
  package init(
    _ data: ImageData,
    isTurned: Bool = false,
    shortest: Double? = nil,
    atLeast: Int? = nil
  ) throws(ImageError) {
    let stored = try data.raster(shortest: shortest, atLeast: atLeast)
    raster = isTurned ? stored.turned(by: data.orientation) : stored
    size = isTurned ? data.orientation.shown(data.size) : data.size
  }

  /// The part of a box that lies in the picture, or `nil` where that is nothing.
  package func visible(_ box: Box) -> Box? {
    guard box.x.isFinite, box.y.isFinite, box.right.isFinite, box.bottom.isFinite else {
      return nil
    }
    let part = Box(
      left: max(0, box.x),
      top: max(0, box.y),
      right: min(Double(size.width), box.right),
      bottom: min(Double(size.height), box.bottom)
    )
    return part.width > 0 && part.height > 0 ? part : nil
  }

  /// The part of a box that lies in the picture, as a picture of exactly the size asked for.
  ///
  /// Every pixel is the mean of the area that it covers, in sRGB values.
  ///
  /// - Returns: `nil` where the box lies outside.
  package func crop(_ box: Box, to target: ImageSize) -> Raster? {
    guard let part = visible(box) else { return nil }
    let across = Double(raster.size.width) / Double(size.width)
    let down = Double(raster.size.height) / Double(size.height)
    let columns = AreaWeights(
      part.x * across..<part.right * across,
      of: raster.size.width,
      into: target.width
    )
    let rows = AreaWeights(
      part.y * down..<part.bottom * down,
      of: raster.size.height,
      into: target.height
    )
    return raster.resampled(columns: columns, rows: rows)
  }

  /// The part of a box that lies in the picture, its longer side at most `longest` pixels, never enlarged.
  ///
  /// - Returns: `nil` where the box lies outside.
  package func thumbnail(of box: Box, longest: Int) -> Raster? {
    guard let part = visible(box) else { return nil }
    let scale = min(1, Double(longest) / max(part.width, part.height))
    let target = ImageSize(
      width: max(1, Int((part.width * scale).rounded())),
      height: max(1, Int((part.height * scale).rounded()))
    )
    return crop(part, to: target)
  }
}
