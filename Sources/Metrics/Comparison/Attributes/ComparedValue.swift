import Annotations

/// A value of an attribute, comparable across data sets.
enum ComparedValue: Hashable, Codable, Sendable {
  /// Not given, or null; a value of its own.
  case missing
  case flag(Bool)
  case number(Double)
  case text(String)

  init(_ value: AttributeValue?, in strings: StringTable) {
    self =
      switch value {
      case nil, .null: .missing
      case .flag(let flag): .flag(flag)
      case .number(let number): .number(number)
      case .text(let code): .text(strings[code])
      }
  }

  var isMissing: Bool { self == .missing }

  var number: Double? { if case .number(let number) = self { number } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// As a user writes it; `nil` where it is not given.
  var spelling: String? {
    switch self {
    case .missing: nil
    case .flag(let flag): "\(flag)"
    case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text): text
    }
  }

  /// As a category of a nominal scale: equal values have equal names.
  var name: String {
    switch self {
    case .missing: ""
    case .flag(let flag): "flag \(flag)"
    case .number(let number): "number \(number)"
    case .text(let text): "text \(text)"
    }
  }
}
