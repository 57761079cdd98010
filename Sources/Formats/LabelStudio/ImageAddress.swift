/// The file that a task's `data` names, as an address of one of many kinds.
enum ImageAddress {
  private static let endings = [".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"]

  /// Reads the object at the cursor: its `image`, else the first text that ends as image files do, else the
  /// first text that looks like an address.
  ///
  /// - Returns: Empty where there is none.
  static func read(from scanner: inout JSONScanner) throws(JSONError) -> String {
    guard try scanner.kind() == .object else {
      try scanner.skipValue()
      return ""
    }
    guard try scanner.openObject() else { return "" }
    var (image, file, address): (String?, String?, String?)
    repeat {
      let key = scanner.string(try scanner.readKey())
      guard try scanner.kind() == .text else {
        try scanner.skipValue()
        continue
      }
      let text = scanner.string(try scanner.readText())
      if key == "image", image == nil { image = text }
      let name = fileName(of: text)
      if file == nil, endings.contains(where: { name.lowercased().hasSuffix($0) }) { file = text }
      if address == nil, text.contains("/") { address = text }
    } while try scanner.hasMoreMembers()
    return (image ?? file ?? address).map(fileName) ?? ""
  }

  /// The path within a store or on a server, without scheme, host, query and percent escapes.
  static func fileName(of address: String) -> String {
    // An image in the task itself has no name.
    if address.hasPrefix("data:") { return "" }
    let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    if let local = address[end...].firstRange(of: "?d=") {
      let rest = address[local.upperBound...]
      return unescaped(rest.prefix { $0 != "&" && $0 != "#" })
    }
    var path = address[..<end]
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...]
      path = path.firstIndex(of: "/").map { path[$0...] } ?? ""
      return unescaped(path.drop { $0 == "/" })
    }
    if path.hasPrefix("/data/upload/") {
      return unescaped(path.split(separator: "/").last ?? "")
    }
    return unescaped(path)
  }

  /// Bytes that percent signs and two hexadecimal digits stand for.
  private static func unescaped(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
