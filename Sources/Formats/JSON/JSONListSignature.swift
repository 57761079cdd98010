/// The keys of the first record of a list at the top of a JSON file, which tell formats apart.
struct JSONListSignature {
  /// Whether the list has no element.
  let isEmpty: Bool
  /// Empty where the first element is no object.
  let keys: Set<String>

  /// No format that we know has more keys in a record.
  private static let keyLimit = 1000

  /// - Throws: `JSONError` where the bytes do not start as a list, or its first record is no JSON.
  init(_ bytes: PaddedBytes) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    scanner.skipByteOrderMark()
    scanner.skipSpace()
    var keys: Set<String> = []
    isEmpty = try !scanner.openList()
    if !isEmpty, try scanner.kind() == .object {
      var hasMore = try scanner.openObject()
      while hasMore, keys.count < Self.keyLimit {
        let key = try scanner.readKey()
        keys.insert(scanner.string(key))
        try scanner.skipValue()
        hasMore = try scanner.hasMoreMembers()
      }
    }
    self.keys = keys
  }
}
