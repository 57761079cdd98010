package import Annotations

/// The bytes of an image file, of which the header was read.
package struct ImageData: Sendable {
  package let bytes: [UInt8]
  package let format: Format
  /// Size of the stored pixels; a turn that EXIF asks for is not made.
  package let size: ImageSize
  /// `upright` where the file says nothing, or nothing that EXIF knows.
  package let orientation: ImageOrientation

  package enum Format: String, Sendable {
    case jpeg = "JPEG"
    case png = "PNG"
  }

  /// Reads the header; no pixel is decoded.
  package init(_ bytes: [UInt8]) throws(ImageError) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      format = .jpeg
      size = try JPEGDecoder().size(of: bytes)
      orientation = EXIFOrientation.ofJPEG(bytes)
    } else if bytes.starts(with: PNGChunks.signature) {
      format = .png
      let chunks = try PNGChunks(bytes)
      size = chunks.size
      orientation = chunks.exif.map { EXIFOrientation.ofTIFF(bytes[$0]) } ?? .upright
    } else {
      throw .unknownFormat
    }
    self.bytes = bytes
  }

  /// Decodes the stored pixels, all of them: a file that ends too early is an error.
  ///
  /// A JPEG can be had in 1, 1/2, 1/4 or 1/8 of its size, which is cheaper; it is had in the smallest of
  /// these in which `shortest` pixels of the original are at least `atLeast` long. A PNG is always whole.
  ///
  /// - Parameters:
  ///   - shortest: A length in the original, in pixels, above 0; the shorter side where it is `nil`.
  ///   - atLeast: Pixels that must be left of it.
  /// - Returns: The stored pixels; a turn that EXIF asks for is not made.
  /// - Throws: `damaged` or `tooManyPixels`.
  package func raster(shortest: Double? = nil, atLeast: Int? = nil) throws(ImageError) -> Raster {
    guard size.width <= ImageLimits.pixels / size.height else { throw .tooManyPixels(size) }
    switch format {
    case .png: return try PNGDecoder.raster(bytes, size)
    case .jpeg:
      let length = shortest ?? Double(min(size.width, size.height))
      let divisor = atLeast.map { wanted in
        [8, 4, 2].first { length / Double($0) >= Double(wanted) } ?? 1
      }
      return try JPEGDecoder().raster(bytes, divisor: divisor ?? 1)
    }
  }
}
