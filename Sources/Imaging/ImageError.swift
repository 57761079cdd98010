package import Annotations

/// A picture could not be had from a file.
package enum ImageError: Error, Hashable, Sendable {
  /// No file of that name is in the folder.
  case missing
  /// The name leads out of the folder, by '..' or by a symbolic link.
  case outsideFolder
  /// The file may not be read, or is no file; with the system's reason.
  case unreadable(reason: String)
  /// More bytes than are read of one image.
  case fileTooLarge(bytes: Int)
  /// Neither the first bytes of a JPEG nor those of a PNG file.
  case unknownFormat
  /// The file breaks its format, or ends too early; with the decoder's reason.
  case damaged(reason: String)
  /// More pixels than are decoded.
  case tooManyPixels(ImageSize)
}

extension ImageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing: "there is no such file"
    case .outsideFolder: "leads out of the folder of the images"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .fileTooLarge(let bytes):
      "has \(bytes) bytes; more than \(ImageLimits.bytes) are not read"
    case .unknownFormat: "is neither JPEG nor PNG by its first bytes"
    case .damaged(let reason): "cannot be decoded: \(reason)"
    case .tooManyPixels(let size):
      "is \(size.width) × \(size.height) px; more than \(ImageLimits.pixels) pixels are not decoded"
    }
  }
}
