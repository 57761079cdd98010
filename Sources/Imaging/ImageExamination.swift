package import Annotations
import Digests

/// What is known of one image file after all of it was looked at.
package struct ImageExamination: Sendable {
  package let format: ImageData.Format
  /// Of the stored pixels.
  package let size: ImageSize
  package let orientation: ImageOrientation
  /// Of the file's bytes.
  package let sha256: String
  /// `nil` of a picture with more pixels than are decoded.
  package let content: Content?

  /// What the pixels show.
  package struct Content: Hashable, Sendable {
    package let signature: PictureSignature
    /// Whether all pixels have nearly one colour.
    package let isBlank: Bool
  }

  /// The shorter side on which signatures are taken, in pixels, where a decoder can reduce a picture.
  private static let signatureSide = 64
  /// By how much a channel may vary over a blank picture that was reduced, and over one that was not.
  private static let blankRange = (reduced: 2, whole: 8)

  /// Reads a file and decodes all of it.
  package init(_ bytes: [UInt8]) throws(ImageError) {
    let data = try ImageData(bytes)
    format = data.format
    size = data.size
    orientation = data.orientation
    sha256 = SHA256.of(bytes)
    do throws(ImageError) {
      content = try Self.content(data)
    } catch {
      guard case .tooManyPixels = error else { throw error }
      content = nil
    }
  }

  private static func content(_ data: ImageData) throws(ImageError) -> Content {
    let reduced = try ScaledImage(data, atLeast: signatureSide)
    var isBlank = reduced.raster.range <= blankRange.reduced
    // A small thing may be lost in a reduced picture.
    if isBlank, reduced.raster.size != data.size {
      isBlank = try data.raster().range <= blankRange.whole
    }
    return Content(signature: PictureSignature(reduced), isBlank: isBlank)
  }
}

extension Raster {
  /// The largest difference of two pixels in one channel.
  var range: Int {
    (0..<3).map { channel in
      var (low, high) = (UInt8.max, UInt8.min)
      for place in stride(from: channel, to: pixels.count, by: 3) {
        low = min(low, pixels[place])
        high = max(high, pixels[place])
      }
      return Int(high) - Int(low)
    }.max() ?? 0
  }
}
