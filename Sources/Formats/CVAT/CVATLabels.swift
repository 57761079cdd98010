/// The labels that a CVAT file declares, with the kinds of their attributes.
struct CVATLabels {
  /// In the order of the file.
  private(set) var names: [String] = []
  private(set) var places: [XMLPlace] = []
  /// By label and attribute: its `input_type`.
  private var kinds: [String: [String: String]] = [:]

  private var attributeName = ""
  private var attributeKind = ""

  mutating func openLabel(at place: XMLPlace) {
    names.append("")
    places.append(place)
  }

  mutating func setName(_ name: String) {
    if let last = names.indices.last { names[last] = name }
  }

  mutating func openAttribute() { (attributeName, attributeKind) = ("", "") }

  mutating func setAttributeName(_ name: String) { attributeName = name }

  mutating func setAttributeKind(_ kind: String) { attributeKind = kind }

  mutating func closeAttribute() {
    guard let label = names.last else { return }
    kinds[label, default: [:]][attributeName] = attributeKind
  }

  /// What a value means for the kind of its attribute; text where none was declared.
  func value(_ text: String, of attribute: String, label: String) -> CVATAttribute.Value {
    guard !text.isEmpty else { return .null }
    switch kinds[label]?[attribute] {
    case "checkbox" where text == "true" || text == "false": return .flag(text == "true")
    case "number": return XMLText.number(text).map { .number($0) } ?? .text(text)
    default: return .text(text)
    }
  }
}

/// An attribute whose texts are not interned yet.
struct CVATAttribute {
  enum Value {
    case flag(Bool)
    case number(Double)
    case text(String)
    case null
  }

  var name: String
  var value: Value
}
