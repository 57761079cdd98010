/// The keys that an object had so far, to find one that is given twice.
struct JSONKeySet {
  /// One bit for each known key.
  private var known: UInt64 = 0
  private var keys: [JSONText] = []
  /// All keys as text, once there are too many to compare each with each.
  private var texts: Set<[UInt8]> = []

  private static let comparedLimit = 32

  mutating func removeAll() {
    known = 0
    keys.removeAll(keepingCapacity: true)
    if !texts.isEmpty { texts = [] }
  }

  /// Adds a known key by its index in a key table; `false` where it is there already.
  mutating func insert(known index: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(index)
    defer { known |= bit }
    return known & bit == 0
  }

  /// Adds any other key; `false` where it is there already.
  mutating func insert(_ key: JSONText, in scanner: borrowing JSONScanner) -> Bool {
    guard keys.count >= Self.comparedLimit else {
      for other in keys where scanner.areEqual(other, key) { return false }
      keys.append(key)
      return true
    }
    if texts.isEmpty {
      for key in keys { texts.insert(Self.text(key, in: scanner)) }
    }
    return texts.insert(Self.text(key, in: scanner)).inserted
  }

  private static func text(_ key: JSONText, in scanner: borrowing JSONScanner) -> [UInt8] {
    var text: [UInt8] = []
    scanner.append(key, to: &text)
    return text
  }
}
