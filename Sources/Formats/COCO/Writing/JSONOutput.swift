import Annotations

/// Pieces of JSON text.
enum JSONOutput {
  static func string(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }

  static func list(_ numbers: some Sequence<Double>) -> String {
    "[\(numbers.map(PlainNumber.text).joined(separator: ", "))]"
  }

  /// `members` are keys that need no escapes, and JSON values.
  static func object(_ members: [(key: String, value: String)]) -> String {
    "{\(members.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}"
  }
}
