/// Digits read eight at a time from a word, the first one in its lowest byte.
enum EightDigits {
  static let powers: [UInt64] = [
    1, 10, 100, 1000, 10000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// How many digits stand at the start.
  @inline(__always)
  static func count(in word: UInt64) -> Int { others(in: word).trailingZeroBitCount >> 3 }

  /// Bits in the bytes that are no digits, right up to the first of them that is neither digit nor point.
  @inline(__always)
  static func others(in word: UInt64) -> UInt64 {
    // A digit has the high half 3, and still has it after 6 is added to its low half.
    let digits = word ^ 0x3030_3030_3030_3030
    return (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
  }

  /// The number that the first `count` digits write, at least one.
  @inline(__always)
  static func value(of word: UInt64, count: Int) -> UInt64 {
    // Zeros in front of the digits.
    value(ofDigits: (word ^ 0x3030_3030_3030_3030) &<< UInt64(64 - 8 * count))
  }

  /// The number that eight digits write, each the digit itself in place of its letter.
  @inline(__always)
  static func value(ofDigits digits: UInt64) -> UInt64 {
    // Pairs, then fours, then all eight are joined.
    let value = digits &* 10 &+ (digits >> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let fours = (value & mask) &* 0x000F_4240_0000_0064
    return (fours &+ ((value >> 16) & mask) &* 0x0000_2710_0000_0001) >> 32
  }
}
