import Annotations
import CTurboJPEG

/// Writes pictures as baseline JPEG by libturbojpeg.
package enum JPEGEncoder {
  /// Qualities that are tried, until the file is small enough.
  private static let qualities: [Int32] = [80, 60, 40, 20]

  /// The picture as a JPEG file of at most `limit` bytes, in the best quality of 80, 60, 40 and 20 that is
  /// so small; `nil` where none is.
  package static func bytes(of raster: Raster, atMost limit: Int) -> [UInt8]? {
    for quality in qualities {
      if let bytes = bytes(of: raster, quality: quality), bytes.count <= limit { return bytes }
    }
    return nil
  }

  /// The picture as a JPEG file of a quality of 1...100, or `nil` where there is no memory.
  private static func bytes(of raster: Raster, quality: Int32) -> [UInt8]? {
    guard let handle = tjInitCompress() else { return nil }
    defer { tjDestroy(handle) }
    // Allocated by the library.
    var target: UnsafeMutablePointer<UInt8>?
    defer { tjFree(target) }
    var count: UInt = 0
    let status = raster.pixels.withUnsafeBufferPointer {
      tjCompress2(
        handle,
        $0.baseAddress,
        Int32(raster.size.width),
        0,
        Int32(raster.size.height),
        Int32(TJPF_RGB.rawValue),
        &target,
        &count,
        Int32(TJSAMP_420.rawValue),
        quality,
        TJFLAG_ACCURATEDCT
      )
    }
    guard status == 0, let target else { return nil }
    return Array(UnsafeBufferPointer(start: target, count: Int(count)))
  }
}
