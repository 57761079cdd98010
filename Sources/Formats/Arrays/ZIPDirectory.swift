/// The members of a ZIP file (APPNOTE 6.3, ZIP64 included), as a `.npz` needs them.
struct ZIPDirectory {
  /// One file in it.
  struct Member: Hashable, Sendable {
    var name: String
    /// Stored as it is, else deflated.
    var isStored: Bool
    var crc: UInt32
    var size: Int
    /// Where its bytes stand in the ZIP file.
    var bytes: Range<Int>
  }

  let members: [Member]

  /// More members than any array file has.
  private static let maximumMembers = 4096

  init(_ bytes: PaddedBytes) throws(NPYProblem) {
    guard let (start, count) = try Self.directory(bytes) else {
      throw NPYProblem("is not a ZIP file: it has no end record")
    }
    guard count <= Self.maximumMembers else {
      throw NPYProblem("has \(count) members; at most 4096 were expected")
    }
    var members: [Member] = []
    var cursor = ByteCursor(bytes, at: start)
    for _ in 0..<count { members.append(try Self.member(&cursor)) }
    self.members = members
  }

  /// Where the central directory starts, and how many entries it has.
  private static func directory(
    _ bytes: PaddedBytes
  ) throws(NPYProblem) -> (start: Int, count: Int)? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    for end in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes.word(at: end) & 0xFFFF_FFFF == 0x0605_4B50 {
      var cursor = ByteCursor(bytes, at: end + 10)
      let count = try cursor.integer(2)
      _ = try cursor.integer(4)
      let start = try cursor.integer(4)
      guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (start, count) }
      return try directory64(bytes, endRecord: end)
    }
    return nil
  }

  private static func directory64(
    _ bytes: PaddedBytes,
    endRecord: Int
  ) throws(NPYProblem) -> (start: Int, count: Int) {
    var locator = ByteCursor(bytes, at: endRecord - 20)
    guard try locator.integer(4) == 0x0706_4B50 else { throw damaged }
    _ = try locator.integer(4)
    var record = ByteCursor(bytes, at: try locator.integer(8))
    guard try record.integer(4) == 0x0606_4B50 else { throw damaged }
    try record.skip(28)
    let count = try record.integer(8)
    _ = try record.integer(8)
    return (try record.integer(8), count)
  }

  private static let damaged = NPYProblem("is a damaged ZIP file")

  private static func member(_ cursor: inout ByteCursor) throws(NPYProblem) -> Member {
    guard try cursor.integer(4) == 0x0201_4B50 else { throw damaged }
    try cursor.skip(4)
    let flags = try cursor.integer(2)
    let method = try cursor.integer(2)
    try cursor.skip(4)
    let crc = UInt32(truncatingIfNeeded: try cursor.integer(4))
    var packed = try cursor.integer(4)
    var size = try cursor.integer(4)
    let lengths = (
      name: try cursor.integer(2), extra: try cursor.integer(2), comment: try cursor.integer(2)
    )
    try cursor.skip(8)
    var local = try cursor.integer(4)
    let name = try cursor.text(lengths.name)
    var extra = cursor
    try cursor.skip(lengths.extra + lengths.comment)
    try widen(&extra, length: lengths.extra, &size, &packed, &local)
    guard flags & 1 == 0 else { throw NPYProblem("its member '\(name)' is encrypted") }
    guard method == 0 || method == 8 else {
      throw NPYProblem("its member '\(name)' is packed by method \(method); 0 and 8 are known")
    }
    return Member(
      name: name,
      isStored: method == 0,
      crc: crc,
      size: size,
      bytes: try data(cursor.bytes, local: local, packed: packed)
    )
  }

  /// Takes sizes of over 4 GB from the ZIP64 field.
  private static func widen(
    _ cursor: inout ByteCursor,
    length: Int,
    _ size: inout Int,
    _ packed: inout Int,
    _ local: inout Int
  ) throws(NPYProblem) {
    let end = cursor.position + length
    while cursor.position + 4 <= end {
      let (id, length) = (try cursor.integer(2), try cursor.integer(2))
      let next = cursor.position + length
      if id == 1 {
        if size == 0xFFFF_FFFF { size = try cursor.integer(8) }
        if packed == 0xFFFF_FFFF { packed = try cursor.integer(8) }
        if local == 0xFFFF_FFFF { local = try cursor.integer(8) }
      }
      try cursor.move(to: next)
    }
  }

  /// Where a member's bytes stand: behind its local header, whose name and extra field may differ.
  private static func data(
    _ bytes: PaddedBytes,
    local: Int,
    packed: Int
  ) throws(NPYProblem) -> Range<Int> {
    var cursor = ByteCursor(bytes, at: local)
    guard try cursor.integer(4) == 0x0403_4B50 else { throw damaged }
    try cursor.skip(22)
    let lengths = (name: try cursor.integer(2), extra: try cursor.integer(2))
    try cursor.skip(lengths.name + lengths.extra)
    let start = cursor.position
    try cursor.skip(packed)
    return start..<cursor.position
  }
}

/// Reads little-endian numbers; beyond the end is a problem, never a trap.
struct ByteCursor {
  let bytes: PaddedBytes
  private(set) var position: Int

  init(_ bytes: PaddedBytes, at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// An unsigned number of 1 to 8 bytes.
  mutating func integer(_ size: Int) throws(NPYProblem) -> Int {
    let start = position
    try skip(size)
    let word = bytes.word(at: start)
    let value = size == 8 ? word : word & (1 << (8 * UInt64(size)) - 1)
    guard let number = Int(exactly: value) else { throw Self.beyond }
    return number
  }

  mutating func text(_ count: Int) throws(NPYProblem) -> String {
    let start = position
    try skip(count)
    return bytes.text(start..<position)
  }

  mutating func skip(_ count: Int) throws(NPYProblem) {
    let end = position.addingReportingOverflow(count)
    guard !end.overflow else { throw Self.beyond }
    try move(to: end.partialValue)
  }

  mutating func move(to end: Int) throws(NPYProblem) {
    guard position >= 0, end >= position, end <= bytes.count else { throw Self.beyond }
    position = end
  }

  private static let beyond = NPYProblem("is a damaged ZIP file: a record points beyond its end")
}
