/// A number of at most seven digits and point without a sign, and the `,` or `]` behind it: one of a long list.
///
/// Where the next number starts hangs on few operations, so that a processor has several numbers in hand.
struct RunNumber {
  /// The number times ten to the power of the decimals that were asked for.
  let numerator: Int32
  /// How many bytes it has.
  let length: Int
  /// Whether the list ends behind it.
  let isLast: Bool

  /// How many decimals the numbers of a list get, and where their digits then stand in a word.
  struct Layout {
    /// How many bits the decimals take, at the top of a word.
    fileprivate let bits: UInt64
    fileprivate let mask: UInt64
    /// Where the point comes to stand before it is taken out.
    fileprivate let pointBits: UInt64

    init(decimals: Int) {
      bits = UInt64(truncatingIfNeeded: 8 * decimals)
      mask = bits == 0 ? 0 : ~0 << (64 - bits)
      pointBits = 56 - bits
    }
  }

  /// `nil` where anything else stands at `start`, a number with more decimals than those of the layout included.
  @inline(__always)
  init?(_ bytes: PaddedBytes, at start: Int, _ layout: Layout) {
    // A digit becomes itself.
    let word = bytes.word(at: start) ^ 0x3030_3030_3030_3030
    // A zero in front of other digits, or no digit at all, is no number.
    guard word & 0xFF &- 1 < 9 || Self.startsWithLoneZero(word) else { return nil }
    // Bits count in whole bytes; 0 where all bytes are digits, of which the first then is no follower.
    let others = Self.others(in: word)
    let whole = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x38
    var end = whole
    let digits: UInt64
    if UInt8(truncatingIfNeeded: word &>> whole) == ASCII.point ^ 0x30 {
      let behind = others & (others &- 1)
      end = UInt64(truncatingIfNeeded: behind.trailingZeroBitCount) & 0x38
      let shift = layout.pointBits &- whole
      // At least one decimal, and no more than there are to be; less than nothing is a large number.
      guard end &- whole &- 16 < layout.bits, shift <= 56 else { return nil }
      let placed = (word & ((1 &<< end) &- 1)) &<< shift
      // The digits before the point move onto it.
      digits = placed & layout.mask | (placed << 8) & ~layout.mask
    } else {
      let shift = layout.pointBits &+ 8 &- whole
      guard shift <= 64 else { return nil }
      digits = (word & ((1 &<< whole) &- 1)) &<< shift
    }
    let follower = UInt8(truncatingIfNeeded: word &>> end) ^ 0x30
    guard follower == ASCII.comma || follower == ASCII.closeBracket else { return nil }
    numerator = Int32(truncatingIfNeeded: EightDigits.value(ofDigits: digits))
    length = Int(truncatingIfNeeded: end >> 3)
    isLast = follower == ASCII.closeBracket
  }

  /// How many digits stand behind the point of the number at `start`, of at most seven digits and point; 0 for
  /// anything else.
  static func decimals(_ bytes: PaddedBytes, at start: Int) -> Int {
    let word = bytes.word(at: start) ^ 0x3030_3030_3030_3030
    let others = Self.others(in: word)
    let behind = others & (others &- 1)
    let whole = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x38
    guard behind != 0, UInt8(truncatingIfNeeded: word &>> whole) == ASCII.point ^ 0x30 else {
      return 0
    }
    return (behind.trailingZeroBitCount >> 3) - Int(whole >> 3) - 1
  }

  private static func startsWithLoneZero(_ word: UInt64) -> Bool {
    word & 0xFF == 0 && word & 0xFF00 > 0x0900
  }

  /// Marks the high bit of the bytes that are no digits; above the first of them, of others too.
  @inline(__always)
  private static func others(in word: UInt64) -> UInt64 {
    (word | (word &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080
  }
}
