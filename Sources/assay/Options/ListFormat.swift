import ArgumentParser
import FoundationEssentials

/// How a command that only prints prints.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// JSON on several lines, with sorted keys: the same value gives the same bytes.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("texts and whole numbers have a JSON form")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
