import Findings

/// The part that a number is about, as a key of the ledger: a JSON object with its keys in order.
enum SliceText {
  static func text(of slice: SliceLabel) -> String {
    let members = slice.sorted.map { quoted($0.key.rawValue) + ":" + quoted($0.value) }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
