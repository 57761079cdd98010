/// The keys of the first record of a list at the top of a JSON file, which tell formats apart.
struct JSONListSignature {
  /// Whether the list has no element.
  let isEmpty: Bool
  /// Those that come before any error; empty where the first element is no object.
  let keys: Set<String>

  /// No format that we know has more keys in a record.
  private static let keyLimit = 1000

  /// `nil` where the bytes do not start as a list.
  init?(_ bytes: PaddedBytes) {
    var scanner = JSONScanner(bytes)
    scanner.skipByteOrderMark()
    scanner.skipSpace()
    guard let isFilled = try? scanner.openList() else { return nil }
    isEmpty = !isFilled
    var keys: Set<String> = []
    // Only the start of a packed file is looked at, so that its end is no error here.
    if isFilled { try? Self.readKeys(of: &scanner, into: &keys) }
    self.keys = keys
  }

  private static func readKeys(
    of scanner: inout JSONScanner,
    into keys: inout Set<String>
  ) throws(JSONError) {
    guard try scanner.kind() == .object else { return }
    var hasMore = try scanner.openObject()
    while hasMore, keys.count < keyLimit {
      let key = try scanner.readKey()
      keys.insert(scanner.string(key))
      try scanner.skipValue()
      hasMore = try scanner.hasMoreMembers()
    }
  }
}
