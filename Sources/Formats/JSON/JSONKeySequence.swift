/// The keys of one object after the other, of which most have the same keys in the same order, written alike.
///
/// A key that stands in the bytes as it stood in the object before is read by comparing the two, and an object
/// whose keys are all read so has none twice.
struct JSONKeySequence {
  /// A key, and what a key table knows of it.
  struct Key {
    var text: JSONText
    /// Its index in the key table, where it has one.
    var known: Int?
    /// Where its value starts, unless more space stands before it than before that of the last object.
    fileprivate var valueStart: Int
  }

  /// Where the keys stood when they were met last: those of the object being read, then those of earlier ones.
  private var keys: [Key] = []
  /// How many keys of the object being read are in `keys`.
  private var count = 0
  /// So many of `keys`, from the first on, are known to be different keys.
  private var differentCount = 0
  /// Whether all keys of the object being read are in `noted`; else they are the first of `keys`.
  private var areNoted = false
  private var noted = JSONKeySet()

  /// No more keys of an object are expected again.
  private static let limit = 64

  /// Starts with the next object.
  mutating func begin() {
    count = 0
    guard areNoted else { return }
    areNoted = false
    noted.removeAll()
  }

  /// Reads the key at the cursor and the colon behind it where they are what is expected, and the key is a new one.
  ///
  /// Where it is, the cursor then stands on its value; else it stays, for `next`.
  @inline(__always)
  mutating func nextExpected(from scanner: inout JSONScanner) -> Key? {
    guard !areNoted, count < differentCount, let key = expected(in: scanner) else { return nil }
    keys[count] = key
    count += 1
    scanner.position = key.valueStart
    scanner.skipSpace()
    return key
  }

  /// Reads the key at the cursor, whatever it is, and the colon behind it; the cursor then stands on its value.
  ///
  /// - Returns: The key, and whether the object has had it before.
  mutating func next<Table>(
    in table: JSONKeyTable<Table>,
    from scanner: inout JSONScanner
  ) throws(JSONError) -> (key: Key, isRepeated: Bool) {
    if !areNoted {
      for key in keys[..<count] { _ = note(key, in: scanner) }
      areNoted = true
    }
    let key: Key
    if count < keys.count, let known = expected(in: scanner) {
      key = known
      scanner.position = known.valueStart
      scanner.skipSpace()
    } else {
      let text = try scanner.readKey()
      let known = table.index(of: text, in: scanner)
      key = Key(text: text, known: known, valueStart: scanner.position)
    }
    guard note(key, in: scanner) else { return (key, true) }
    if count < keys.count {
      keys[count] = key
    } else if count < Self.limit {
      keys.append(key)
    } else {
      return (key, false)
    }
    count += 1
    differentCount = count
    return (key, false)
  }

  /// The key at the cursor where its bytes, up to its value, are those of the key that stood here before.
  @inline(__always)
  private func expected(in scanner: borrowing JSONScanner) -> Key? {
    var key = keys[count]
    let shift = scanner.position - (key.text.start - 1)
    let length = key.valueStart - (key.text.start - 1)
    guard scanner.bytes.areEqual(key.text.start - 1, scanner.position, count: length) else {
      return nil
    }
    key.text.start += shift
    key.text.end += shift
    key.valueStart += shift
    return key
  }

  /// `false` where the key is noted already.
  private mutating func note(_ key: Key, in scanner: borrowing JSONScanner) -> Bool {
    key.known.map { noted.insert(known: $0) } ?? noted.insert(key.text, in: scanner)
  }
}
