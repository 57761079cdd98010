import Annotations

/// Attributes, annotator and time of the annotation being read.
///
/// Annotator and time are looked for on the annotation first, then inside `attributes`, and are no
/// attributes; `occluded`, `truncated` and `difficult` are flags and attributes. Nested values are skipped, and said.
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
    guard let value = try Self.readValue(from: &scanner, texts: &texts) else {
      flags.insert(.unreadAttribute)
      return
    }
    add(
      Attribute(name: texts.code(ofName: key.rawValue), value: value),
      role: key.role,
      flags: &flags
    )
  }

  /// Reads the value of `attributes`: an object, a list of objects with `name` and `value`, or `null`.
  mutating func readAll(
    keys: JSONKeyTable<AnnotationKey>,
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    flags: inout AnnotationFlags,
    draft: inout RecordDraft
  ) throws(JSONError) {
    names.removeAll()
    switch try scanner.kind() {
    case .null: try scanner.readNull()
    case .object:
      guard try scanner.openObject() else { return }
      repeat {
        let name = try scanner.readKey()
        try readOne(
          name,
          keys: keys,
          from: &scanner,
          texts: &texts,
          flags: &flags,
          draft: &draft
        )
      } while try scanner.hasMoreMembers()
    case .list:
      guard try scanner.openList() else { return }
      repeat {
        try readEntry(keys: keys, from: &scanner, texts: &texts, flags: &flags, draft: &draft)
      } while try scanner.hasMoreElements()
    default:
      flags.insert(.unreadAttribute)
      try scanner.skipValue()
    }
  }

  /// Reads the value at the cursor, which belongs to a name inside `attributes`.
  private mutating func readOne(
    _ name: JSONText,
    keys: JSONKeyTable<AnnotationKey>,
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    flags: inout AnnotationFlags,
    draft: inout RecordDraft
  ) throws(JSONError) {
    if !names.insert(name, in: scanner) {
      draft.refuse("'\(scanner.string(name))' is given twice in 'attributes'; expected once")
    }
    let role = keys.key(name, in: scanner)?.role ?? .other
    if try !readRole(role, rankOffset: Self.insideRank, from: &scanner, texts: &texts) {
      if let value = try Self.readValue(from: &scanner, texts: &texts) {
        let attribute = Attribute(name: texts.code(of: name, in: scanner), value: value)
        add(attribute, role: role, flags: &flags)
      } else {
        flags.insert(.unreadAttribute)
      }
    }
    draft.noteNonFinite(under: name, in: &scanner)
  }

  private enum EntryKey: String, CaseIterable { case name, value }
  private static let entryKeys = JSONKeyTable<EntryKey>()

  /// Reads one element of a list of attributes, whose name may stand behind its value.
  private mutating func readEntry(
    keys: JSONKeyTable<AnnotationKey>,
    from scanner: inout JSONScanner,
    texts: inout FileTexts,
    flags: inout AnnotationFlags,
    draft: inout RecordDraft
  ) throws(JSONError) {
    var name: JSONText?
    var value: Int?
    if try scanner.kind() != .object {
      try scanner.skipValue()
    } else if try scanner.openObject() {
      repeat {
        let key = Self.entryKeys.key(try scanner.readKey(), in: scanner)
        let start = scanner.position
        if key == .name, try scanner.kind() == .text {
          name = try scanner.readText()
        } else {
          if key == .value { value = start }
          try scanner.skipValue()
        }
      } while try scanner.hasMoreMembers()
    }
    guard let name, let value else {
      flags.insert(.unreadAttribute)
      return
    }
    let end = scanner.position
    scanner.position = value
    try readOne(name, keys: keys, from: &scanner, texts: &texts, flags: &flags, draft: &draft)
    scanner.position = end
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
