/// The kinds of JSON values, and one kind of token that only looks like a number.
enum JSONKind {
  case object, list, text, number, flag, null
  /// `NaN`, `Infinity` or `-Infinity`.
  case nonFinite

  /// As messages name what was found: `found a list`.
  var noun: String {
    switch self {
    case .object: "an object"
    case .list: "a list"
    case .text: "a text"
    case .number: "a number"
    case .flag: "true or false"
    case .null: "null"
    case .nonFinite: "NaN or Infinity"
    }
  }
}
