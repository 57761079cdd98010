/// A number of at most seven digits and point without a sign, one space before it or none: one of a long list.
///
/// Where the next number starts hangs on few operations, so that a processor has several numbers in hand.
struct RunNumber {
  /// The number times ten to the power of the decimals that were asked for.
  let numerator: Int32
  /// Where the byte behind it stands.
  let end: Int
  /// That byte, which may be part of what no list holds: an `e` of an exponent.
  let follower: UInt8

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
    var first = start
    // A digit becomes itself.
    var word = bytes.word(at: first) ^ Self.zeros
    if word & 0xFF &- 1 >= 9 {
      if UInt8(truncatingIfNeeded: word) == ASCII.space ^ ASCII.zero {
        first += 1
        word = bytes.word(at: first) ^ Self.zeros
      }
      // A zero in front of other digits, or no digit at all, is no number.
      guard word & 0xFF &- 1 < 9 || word & 0xFF == 0 && word & 0xFF00 > 0x0900 else { return nil }
    }
    // Bits count in whole bytes; 0 where all bytes are digits.
    let others = Self.others(in: word)
    let whole = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x38
    var length = whole
    let digits: UInt64
    if UInt8(truncatingIfNeeded: word &>> whole) == ASCII.point ^ ASCII.zero {
      let behind = others & (others &- 1)
      length = UInt64(truncatingIfNeeded: behind.trailingZeroBitCount) & 0x38
      let shift = layout.pointBits &- whole
      // At least one decimal, and no more than there are to be; less than nothing is a large number.
      guard length &- whole &- 16 < layout.bits, shift <= 56 else { return nil }
      let placed = (word & ((1 &<< length) &- 1)) &<< shift
      // The digits before the point move onto it.
      digits = placed & layout.mask | (placed << 8) & ~layout.mask
    } else {
      let shift = layout.pointBits &+ 8 &- whole
      guard shift < 64 else { return nil }
      digits = (word & ((1 &<< whole) &- 1)) &<< shift
    }
    numerator = Int32(truncatingIfNeeded: EightDigits.value(ofDigits: digits))
    end = first &+ Int(truncatingIfNeeded: length >> 3)
    follower = UInt8(truncatingIfNeeded: word &>> length) ^ ASCII.zero
  }

  /// How many digits stand behind the point of the number at `start`, of at most seven digits and point; 0 for
  /// anything else.
  static func decimals(_ bytes: PaddedBytes, at start: Int) -> Int {
    let word = bytes.word(at: start) ^ zeros
    let others = Self.others(in: word)
    let behind = others & (others &- 1)
    let whole = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x38
    guard behind != 0, UInt8(truncatingIfNeeded: word &>> whole) == ASCII.point ^ ASCII.zero else {
      return 0
    }
    return (behind.trailingZeroBitCount >> 3) - Int(whole >> 3) - 1
  }

  /// The digit zero eight times.
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// Marks the high bit of the bytes that are no digits; above the first of them, of others too.
  @inline(__always)
  private static func others(in word: UInt64) -> UInt64 {
    (word | (word &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080
  }
}

extension JSONScanner {
  /// Reads the number at the cursor where it is a whole one of at most seven digits without a sign, as most ids are;
  /// `nil`, and nothing read, where it is another one.
  @inline(__always)
  mutating func readShortWhole() -> Int64? {
    guard let number = RunNumber(bytes, at: position, RunNumber.Layout(decimals: 0)),
      number.follower != ASCII.point, number.follower | 0x20 != UInt8(ascii: "e")
    else { return nil }
    position = number.end
    return Int64(number.numerator)
  }
}
