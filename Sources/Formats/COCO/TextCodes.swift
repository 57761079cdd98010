import Annotations

/// What the codes of a part of a file become in the whole.
struct TextCodes {
  /// By the part's string code.
  let texts: [StringCode]
  /// By the part's annotator code.
  let annotators: [Int32]

  func text(_ code: StringCode) -> StringCode { texts[Int(code.rawValue)] }

  func id(_ id: RecordID) -> RecordID {
    if case .text(let code) = id { .text(text(code)) } else { id }
  }

  /// Ids that are numbers stay what they are: a part without a text has no others.
  func ids(_ ids: [RecordID]) -> [RecordID] { texts.isEmpty ? ids : ids.map(id) }

  func annotator(_ code: Int32) -> Int32 {
    code == AnnotationTable.noAnnotator ? code : annotators[Int(code)]
  }

  func attribute(_ attribute: Attribute) -> Attribute {
    let name = text(attribute.name)
    guard case .text(let code) = attribute.value else {
      return Attribute(name: name, value: attribute.value)
    }
    return Attribute(name: name, value: .text(text(code)))
  }
}
