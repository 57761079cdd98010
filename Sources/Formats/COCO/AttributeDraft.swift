import Annotations

/// Attributes, annotator and time of the annotation being read.
///
/// Annotator and time are looked for on the annotation first, then inside `attributes`, and are no
/// attributes; `occluded`, `truncated` and `difficult` are flags and attributes. Nested values are skipped.
struct AttributeDraft {
  private(set) var attributes: [Attribute] = []
  private(set) var annotator: Ranked<StringCode>?
  private(set) var seconds: Ranked<Double>?
  private var names = JSONKeySet()

  /// A value, and how far behind in the documented order it stands.
  struct Ranked<Value> {
    var value: Value
    var rank: Int
  }

  /// Added to the rank of what stands inside `attributes`.
  private static let insideRank = 100

  mutating func reset() {
    attributes.removeAll(keepingCapacity: true)
    annotator = nil
    seconds = nil
  }

  /// Reads the value of a key on the annotation itself.
  mutating func read(
    _ key: AnnotationKey,
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    flags: inout AnnotationFlags
  ) throws(JSONError) {
    guard try !readRole(key.role, rankOffset: 0, from: &scanner, texts: &texts) else { return }
    guard let value = try Self.readValue(from: &scanner, texts: &texts) else { return }
    add(
      Attribute(name: texts.code(ofName: key.rawValue), value: value),
      role: key.role,
      flags: &flags
    )
  }

  /// Reads the value of `attributes`; one that is no object says nothing.
  mutating func readAll(
    keys: JSONKeyTable<AnnotationKey>,
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    flags: inout AnnotationFlags,
    draft: inout RecordDraft
  ) throws(JSONError) {
    guard try scanner.kind() == .object else { return try scanner.skipValue() }
    names.removeAll()
    guard try scanner.openObject() else { return }
    repeat {
      let name = try scanner.readKey()
      if !names.insert(name, in: scanner) {
        draft.refuse("'\(scanner.string(name))' is given twice in 'attributes'; expected once")
      }
      let role = keys.key(name, in: scanner)?.role ?? .other
      if try !readRole(role, rankOffset: Self.insideRank, from: &scanner, texts: &texts),
        let value = try Self.readValue(from: &scanner, texts: &texts)
      {
        add(
          Attribute(name: texts.code(of: name, in: scanner), value: value),
          role: role,
          flags: &flags
        )
      }
      draft.noteNonFinite(under: name, in: &scanner)
    } while try scanner.hasMoreMembers()
  }

  /// Reads annotator or time; `false` for a key that is an attribute.
  private mutating func readRole(
    _ role: AnnotationKey.Role,
    rankOffset: Int,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) -> Bool {
    switch role {
    case .annotator(let rank):
      guard let name = try texts.readName(from: &scanner) else { return true }
      if rank + rankOffset < annotator?.rank ?? .max {
        annotator = Ranked(value: name, rank: rank + rankOffset)
      }
    case .time(let rank):
      guard try scanner.kind() == .number else {
        try scanner.skipValue()
        return true
      }
      let value = try scanner.readDouble()
      if rank + rankOffset < seconds?.rank ?? .max {
        seconds = Ranked(value: value, rank: rank + rankOffset)
      }
    case .mark, .other: return false
    }
    return true
  }

  private mutating func add(
    _ attribute: Attribute,
    role: AnnotationKey.Role,
    flags: inout AnnotationFlags
  ) {
    guard case .mark(let flag) = role else { return attributes.append(attribute) }
    switch attribute.value {
    case .flag(true): flags.insert(flag)
    case .number(let number) where number != 0: flags.insert(flag)
    default: break
    }
    // It may stand on the annotation and inside `attributes`.
    if !attributes.contains(where: { $0.name == attribute.name }) { attributes.append(attribute) }
  }

  /// Reads one value, or skips a list or object.
  private static func readValue(
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) -> AttributeValue? {
    switch try scanner.kind() {
    case .flag: return .flag(try scanner.readFlag())
    case .number: return .number(try scanner.readDouble())
    case .text: return .text(texts.code(of: try scanner.readText(), in: scanner))
    case .null:
      try scanner.readNull()
      return .null
    case .list, .object, .nonFinite:
      try scanner.skipValue()
      return nil
    }
  }
}
