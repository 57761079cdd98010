/// How much there is to see in an image: the objects of both sides, a matched pair counted once.
package enum Complexity: Int, CaseIterable, Codable, Sendable {
  case empty, few, some, many, crowded

  package init(objects: Int) {
    switch objects {
    case ..<1: self = .empty
    case ..<4: self = .few
    case ..<10: self = .some
    case ..<30: self = .many
    default: self = .crowded
    }
  }

  /// As reports name it in the slice `complexity`.
  package var label: String {
    switch self {
    case .empty: "0"
    case .few: "1–3"
    case .some: "4–9"
    case .many: "10–29"
    case .crowded: "30+"
    }
  }
}
