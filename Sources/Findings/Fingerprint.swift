/// A hash by which things are known again in another run, on another machine.
///
/// FNV-1a, 64 bits; each part ends with a byte that UTF-8 never holds, so that parts cannot run together.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var value: UInt64

  package init(_ parts: [String]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    value = hash
  }

  /// The fingerprint of no thing, to which those of a group are added.
  package static let empty = Fingerprint(value: 0)

  /// The fingerprint of a group, in whatever order its members come.
  package static func + (group: Fingerprint, member: Fingerprint) -> Fingerprint {
    Fingerprint(value: group.value &+ member.value)
  }

  private init(value: UInt64) { self.value = value }
}

extension Fingerprint: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
