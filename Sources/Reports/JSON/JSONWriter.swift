/// Writes JSON with the keys in the order they are given.
struct JSONWriter<Output: TextOutputStream> {
  var output: Output

  /// Writes an object on one line.
  mutating func object(_ members: [(key: String, value: JSONValue)]) {
    output.write("{")
    for (index, member) in members.enumerated() {
      if index > 0 { output.write(", ") }
      string(member.key)
      output.write(": ")
      value(member.value)
    }
    output.write("}")
  }

  mutating func value(_ value: JSONValue) {
    switch value {
    case .string(let text): string(text)
    case .number(let number): output.write(NumberText.exact(number))
    case .integer(let number): output.write(String(number))
    case .list(let values):
      output.write("[")
      for (index, value) in values.enumerated() {
        if index > 0 { output.write(", ") }
        self.value(value)
      }
      output.write("]")
    case .object(let members): object(members)
    }
  }

  mutating func string(_ text: String) {
    output.write("\"")
    defer { output.write("\"") }
    // Most texts stand as they are.
    let isEscaped =
      text.utf8.withContiguousStorageIfAvailable { $0.contains(where: \.isEscaped) }
      ?? text.utf8.contains(where: \.isEscaped)
    guard isEscaped else { return output.write(text) }
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": plain += "\\\""
      case "\\": plain += "\\\\"
      case "\n": plain += "\\n"
      case "\r": plain += "\\r"
      case "\t": plain += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        plain += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: plain.unicodeScalars.append(scalar)
      }
    }
    output.write(plain)
  }
}

extension UTF8.CodeUnit {
  /// Whether JSON writes it in another way inside a text.
  fileprivate var isEscaped: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}

/// A JSON value that is to be written; there is none for NaN or null, which no report holds.
indirect enum JSONValue {
  case string(String)
  case number(Double)
  case integer(Int)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])
}

extension JSONWriter {
  /// Writes a later member of the document: a list, one line a value.
  mutating func rows(_ key: String, _ values: [JSONValue]) {
    output.write(",\n  \"\(key)\": [")
    for (index, value) in values.enumerated() {
      output.write("\(index > 0 ? "," : "")\n    ")
      self.value(value)
    }
    output.write(values.isEmpty ? "]" : "\n  ]")
  }
}
