import Glibc

/// Text that is safe to stand in an HTML page.
///
/// A literal is markup; whatever is put into it by interpolation is escaped unless it is `HTML` itself.
struct HTML: ExpressibleByStringInterpolation {
  private(set) var markup: String

  init(stringLiteral value: String) { markup = value }

  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    /// A length or position in a drawing, with at most two decimals.
    mutating func appendInterpolation(_ number: Double) {
      let rounded = (number * 100).rounded() / 100
      // Numbers of a hostile report can be too large to be drawn.
      markup += rounded.isFinite ? NumberText.exact(rounded) : "0"
    }
  }

  /// A picture's address: its JPEG file itself, and nothing that is to be fetched.
  ///
  /// - Returns: `nil` where the text is not Base64 alone.
  static func jpegAddress(base64: String) -> HTML? {
    let isBase64 = base64.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        true
      default: false
      }
    }
    guard isBase64, !base64.isEmpty else { return nil }
    var address: HTML = ""
    address.markup = "data:image/jpeg;base64," + base64
    return address
  }

  static func + (lhs: HTML, rhs: HTML) -> HTML { "\(lhs)\(rhs)" }

  static func joined(_ parts: [HTML], separator: HTML = "") -> HTML {
    var html: HTML = ""
    html.markup = parts.map(\.markup).joined(separator: separator.markup)
    return html
  }

  var isEmpty: Bool { markup.isEmpty }

  /// Longer texts of a user's file are cut; the JSON and CSV have them whole.
  private static let maximumText = 500

  /// Escapes markup and quotes, shows control, direction and invisible characters as their code points,
  /// and cuts what is very long.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == maximumText { return escaped + "…" }
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{0}"..<"\u{20}", "\u{7f}"..."\u{9f}", "\u{61c}", "\u{200b}", "\u{200e}", "\u{200f}",
        "\u{2028}"..."\u{202e}", "\u{2066}"..."\u{2069}", "\u{feff}":
        escaped += "�\(String(scalar.value, radix: 16))"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
