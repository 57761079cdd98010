import Glibc

extension JSONCursor {
  /// A number as it stands in the text.
  struct Number {
    /// Correctly rounded.
    var value: Double
    /// The exact value, where it is a whole number that fits.
    var integer: Int64?
    /// Offsets in the text.
    var bytes: Range<Int>
  }

  /// Whether a number may start here.
  var startsNumber: Bool { byte == 0x2d || (0x30...0x39).contains(byte) }

  /// Reads a number and moves behind it.
  ///
  /// Up to 19 digits and a small power of ten are converted exactly without a library call
  /// (W. D. Clinger, "How to read floating point numbers accurately", 1990); the rest by `strtod`.
  mutating func number() throws(JSONFault) -> Number {
    let start = position
    let isNegative = byte == 0x2d
    if isNegative { position += 1 }

    var mantissa: UInt64 = 0
    let startsWithZero = byte == 0x30
    let whole = digits(into: &mantissa)
    guard whole > 0 else { throw fault("a number must start with a digit") }
    guard !startsWithZero || whole == 1 else {
      position = start
      throw fault("a number must not start with 0")
    }
    var fraction = 0
    if byte == 0x2e {
      position += 1
      fraction = digits(into: &mantissa)
      guard fraction > 0 else { throw fault("a digit must follow the decimal point") }
    }
    let isExponential = byte == 0x65 || byte == 0x45
    let exponent = isExponential ? try exponent() : 0

    let isShort = whole + fraction <= 19
    let scale = exponent - fraction
    let value: Double
    if isShort && mantissa <= 1 << 53 && abs(scale) <= 22 {
      let magnitude = Double(mantissa)
      let scaled =
        scale < 0 ? magnitude / Self.powersOfTen[-scale] : magnitude * Self.powersOfTen[scale]
      value = isNegative ? -scaled : scaled
    } else {
      // The byte behind the number cannot belong to it, so strtod reads what was checked above.
      value = strtod(pointer(at: start).assumingMemoryBound(to: CChar.self), nil)
    }
    let isWhole = isShort && fraction == 0 && !isExponential
    let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
    let integer =
      isWhole && mantissa <= limit
      ? (isNegative ? Int64(truncatingIfNeeded: 0 &- mantissa) : Int64(mantissa))
      : (isWhole ? nil : Int64(exactly: value))
    guard value.isFinite else {
      position = start
      throw fault("the number is too large for a double")
    }
    return Number(value: value, integer: integer, bytes: start..<position)
  }

  /// Reads digits, eight at a time, behind those of `value`.
  ///
  /// Returns how many there are; `value` is only right for up to 19 of them.
  private mutating func digits(into value: inout UInt64) -> Int {
    let start = position
    while true {
      let word = word(at: position)
      let count = Self.leadingDigits(of: word)
      guard count > 0 else { break }
      value = value &* Self.integerPowersOfTen[count] &+ Self.value(ofDigits: word, count: count)
      position += count
      if count < 8 { break }
    }
    return position - start
  }

  private mutating func exponent() throws(JSONFault) -> Int {
    position += 1
    let isNegative = byte == 0x2d
    if isNegative || byte == 0x2b { position += 1 }
    var value: UInt64 = 0
    let count = digits(into: &value)
    guard count > 0 else { throw fault("a digit must follow the exponent sign") }
    // Beyond this strtod decides, and it reads the text itself.
    let magnitude = count > 4 ? 100_000 : Int(value)
    return isNegative ? -magnitude : magnitude
  }

  /// How many of the eight bytes, from the first on, are digits.
  private static func leadingDigits(of word: UInt64) -> Int {
    let flipped = word ^ 0x3030_3030_3030_3030
    let marks = (flipped | (flipped &+ 0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0
    return marks.trailingZeroBitCount &>> 3
  }

  /// The number that the first 1 to 8 bytes spell.
  private static func value(ofDigits word: UInt64, count: Int) -> UInt64 {
    var pairs = (word ^ 0x3030_3030_3030_3030) &<< UInt64(64 - 8 * count)
    pairs = pairs &* 10 &+ (pairs &>> 8)
    let mask: UInt64 = 0x0000_00ff_0000_00ff
    let high = (pairs & mask) &* 0x000f_4240_0000_0064
    let low = ((pairs &>> 16) & mask) &* 0x0000_2710_0000_0001
    return (high &+ low) &>> 32
  }

  private static let integerPowersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
