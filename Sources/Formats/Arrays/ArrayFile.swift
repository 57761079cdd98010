/// Reads arrays of numbers that NumPy wrote: `.npy`, or a member of a `.npz`.
package enum ArrayFile {
  /// An array and the digest of its file's bytes.
  package struct Result: Sendable {
    package var array: NumberArray
    package var sha256: String
  }

  /// The path of a file and, behind a colon, the member of a `.npz`: `vectors.npz:X`.
  package struct Reference: Hashable, Sendable {
    package var path: String
    package var member: String?

    package init(_ text: String) {
      if let colon = text.range(ofLast: ".npz:") {
        path = String(text[..<colon.upperBound].dropLast())
        member = String(text[colon.upperBound...])
      } else {
        path = text
        member = nil
      }
    }

    /// Whether the name is that of a NumPy file.
    package var isArray: Bool { path.hasSuffix(".npy") || path.hasSuffix(".npz") }
  }

  /// `preferred`: Names of members, the best first, where a `.npz` has several arrays and
  ///   the reference names none.
  /// - Throws: `FormatError` where the file cannot be read, is damaged, or holds something else.
  package static func read(
    _ reference: Reference,
    preferring preferred: [String] = []
  ) throws(FormatError) -> Result {
    let file = try MappedFile(reference.path)
    let outcome = file.withBytes { bytes in
      Swift.Result { () throws(NPYProblem) -> NumberArray in
        reference.path.hasSuffix(".npz")
          ? try member(of: bytes, named: reference.member, preferring: preferred)
          : try array(bytes)
      }
    }
    do throws(NPYProblem) {
      let array = try outcome.get()
      return Result(array: array, sha256: file.withBytes { InputDigest.of($0) })
    } catch {
      throw .unreadable(path: reference.path, reason: error.text)
    }
  }

  /// The names of a `.npz` file's arrays, without `.npy`.
  package static func members(of path: String) throws(FormatError) -> [String] {
    let file = try MappedFile(path)
    let outcome = file.withBytes { bytes in
      Swift.Result { () throws(NPYProblem) -> [String] in
        try ZIPDirectory(bytes).members.map { arrayName($0.name) }
      }
    }
    do throws(NPYProblem) { return try outcome.get() } catch {
      throw .unreadable(path: path, reason: error.text)
    }
  }

  private static func arrayName(_ member: String) -> String {
    member.hasSuffix(".npy") ? String(member.dropLast(4)) : member
  }

  /// How many bytes are decoded before the memory of the file is given back.
  private static let window = 8 << 20

  /// The array of a `.npy` file.
  static func array(_ bytes: PaddedBytes) throws(NPYProblem) -> NumberArray {
    var decoder = NPYDecoder(available: bytes.count)
    try forEachWindow(of: bytes, 0..<bytes.count) { (span) throws(NPYProblem) in
      try decoder.push(span)
    }
    return try decoder.finish()
  }

  private static func forEachWindow(
    of bytes: PaddedBytes,
    _ range: Range<Int>,
    _ body: (RawSpan) throws(NPYProblem) -> Void
  ) throws(NPYProblem) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: window) {
      let part = start..<min(start + window, range.upperBound)
      let outcome = bytes.withSpan(of: part) { span in
        Swift.Result { () throws(NPYProblem) in try body(span) }
      }
      try outcome.get()
      bytes.release(part)
    }
  }

  /// The array of a member of a `.npz` file.
  static func member(
    of bytes: PaddedBytes,
    named wanted: String?,
    preferring preferred: [String]
  ) throws(NPYProblem) -> NumberArray {
    let members = try ZIPDirectory(bytes).members
    let names = members.map { arrayName($0.name) }
    let name: String
    if let wanted {
      name = wanted
    } else if let best = preferred.first(where: names.contains) {
      name = best
    } else if names.count == 1 {
      name = names[0]
    } else {
      throw NPYProblem(
        "has the arrays \(names.joined(separator: ", ")); name one of them: FILE.npz:NAME"
      )
    }
    guard let position = names.firstIndex(of: name) else {
      throw NPYProblem("has no array '\(name)'; it has \(names.joined(separator: ", "))")
    }
    return try inflated(members[position], bytes)
  }

  private static func inflated(
    _ member: ZIPDirectory.Member,
    _ bytes: PaddedBytes
  ) throws(NPYProblem) -> NumberArray {
    let packed = member.bytes.count
    let possible = packed.multipliedReportingOverflow(by: Inflater.largestRatio)
    let available = member.isStored || possible.overflow ? packed : possible.partialValue
    var decoder = NPYDecoder(available: min(available, member.size))
    var crc = CRC32()
    var inflater = Inflater()
    try forEachWindow(of: bytes, member.bytes) { (span) throws(NPYProblem) in
      if member.isStored {
        crc.update(span)
        try decoder.push(span)
      } else {
        try inflater.push(span) { (plain) throws(NPYProblem) in
          crc.update(plain)
          try decoder.push(plain)
        }
      }
    }
    guard member.isStored || inflater.isFinished, crc.value == member.crc else {
      throw NPYProblem("its member '\(member.name)' is damaged: the checksum differs")
    }
    return try decoder.finish()
  }
}

extension String {
  /// The last place of a text.
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
    }
    return nil
  }
}
