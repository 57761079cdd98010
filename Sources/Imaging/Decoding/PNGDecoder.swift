import Annotations
import CPNG

/// Decodes PNG by libpng's simplified API: any depth and colour type, interlaced or not.
///
/// Transparent pixels are laid on white; 16-bit samples without a colour space are taken for sRGB.
enum PNGDecoder {
  /// The picture, where the decoder reads the size that the header was found to say.
  static func raster(_ bytes: [UInt8], _ size: ImageSize) throws(ImageError) -> Raster {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    // Frees what libpng holds on every way out.
    defer { png_image_free(&image) }
    let pixels: [UInt8]? = bytes.withUnsafeBytes { source in
      // libpng keeps the bytes from the first call to the last.
      guard png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0,
        image.width == size.width, image.height == size.height
      else { return nil }
      image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
      image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
      var white = png_color(red: 255, green: 255, blue: 255)
      var pixels = [UInt8](repeating: 255, count: size.width * size.height * 3)
      let isRead = pixels.withUnsafeMutableBytes {
        png_image_finish_read(&image, &white, $0.baseAddress, Int32(size.width * 3), nil)
      }
      return isRead != 0 ? pixels : nil
    }
    guard let pixels else { throw .damaged(reason: reason(image)) }
    return Raster(size: size, pixels: pixels)
  }

  /// The text that libpng left, which ends with a NUL.
  private static func reason(_ image: png_image) -> String {
    let text = withUnsafeBytes(of: image.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return text.isEmpty ? "no reason given" : text
  }
}
