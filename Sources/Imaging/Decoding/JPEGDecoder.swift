import Annotations
import CTurboJPEG

/// Decodes JPEG by libturbojpeg (its API of version 2).
///
/// Warnings are errors: a file that ends too early, or whose data are corrupt, gives no picture. So many
/// scans that decoding would take minutes are refused.
struct JPEGDecoder: ~Copyable {
  private let handle: tjhandle

  init() throws(ImageError) {
    guard let handle = tjInitDecompress() else { throw .damaged(reason: "no memory to decode") }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  /// What the header says of the pixels.
  private struct Header {
    var size: ImageSize
    var isCMYK: Bool
  }

  /// The size of the stored pixels.
  borrowing func size(of bytes: [UInt8]) throws(ImageError) -> ImageSize { try header(bytes).size }

  private borrowing func header(_ bytes: [UInt8]) throws(ImageError) -> Header {
    var (width, height, subsampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
    bytes.withUnsafeBufferPointer {
      _ = tjDecompressHeader3(
        handle,
        $0.baseAddress,
        UInt(bytes.count),
        &width,
        &height,
        &subsampling,
        &space
      )
    }
    // It also fails on subsamplings that it cannot name but can decode; the size is set then.
    guard width > 0, height > 0 else { throw .damaged(reason: reason) }
    let isCMYK = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    return Header(size: ImageSize(width: Int(width), height: Int(height)), isCMYK: isCMYK)
  }

  /// The picture in 1/`divisor` of its size, rounded up; 1, 2, 4 or 8.
  ///
  /// Bytes that the scans leave undecoded, and those behind the end, are not looked at.
  borrowing func raster(_ bytes: [UInt8], divisor: Int) throws(ImageError) -> Raster {
    let header = try header(bytes)
    let size = ImageSize(
      width: (header.size.width + divisor - 1) / divisor,
      height: (header.size.height + divisor - 1) / divisor
    )
    let channels = header.isCMYK ? 4 : 3
    var pixels = [UInt8](repeating: 0, count: size.width * size.height * channels)
    let status = bytes.withUnsafeBufferPointer { source in
      pixels.withUnsafeMutableBufferPointer { target in
        tjDecompress2(
          handle,
          source.baseAddress,
          UInt(source.count),
          target.baseAddress,
          Int32(size.width),
          0,
          Int32(size.height),
          Int32(header.isCMYK ? TJPF_CMYK.rawValue : TJPF_RGB.rawValue),
          TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT
        )
      }
    }
    guard status == 0 else { throw .damaged(reason: reason) }
    if header.isCMYK {
      pixels = CMYK.rgb(pixels, isInverted: JPEGSegments(bytes).hasAdobeMarker)
    }
    return Raster(size: size, pixels: pixels)
  }

  private var reason: String {
    tjGetErrorStr2(handle).map { String(cString: $0) } ?? "no reason given"
  }
}
