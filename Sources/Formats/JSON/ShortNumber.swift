/// A number of at most eight digits and point, its sign apart, as most coordinates are: read with one look at memory.
struct ShortNumber {
  /// The digits without the point; below 10⁸.
  let mantissa: Int64
  /// How many of the digits stand behind the point.
  let decimals: Int
  /// Where the first byte behind the number stands.
  let end: Int

  /// `nil` where no such number stands at `start`: a longer one, one with an exponent, −0, or none.
  @inline(__always)
  init?(_ bytes: PaddedBytes, at start: Int) {
    let isNegative = bytes[start] == ASCII.minus
    let first = isNegative ? start + 1 : start
    let word = bytes.word(at: first)
    let others = EightDigits.others(in: word)
    let whole = others.trailingZeroBitCount >> 3
    guard whole > 0, whole == 1 || word & 0xFF != UInt64(ASCII.zero) else { return nil }
    var digits = word
    var (count, length) = (whole, whole)
    if whole < 8, word >> UInt64(8 * whole) & 0xFF == UInt64(ASCII.point) {
      // The point is the first byte that is no digit; the next such byte ends the number.
      length = (others & ~(0xFF << UInt64(8 * whole))).trailingZeroBitCount >> 3
      count = length - 1
      guard count > whole else { return nil }
      let front: UInt64 = 1 << UInt64(8 * whole) &- 1
      digits = word & front | word >> 8 & ~front
    }
    let end = first + length
    // More digits, or an exponent, may follow eight bytes.
    guard bytes[end] | 0x20 != UInt8(ascii: "e") else { return nil }
    if length == 8, ASCII.zero...ASCII.nine ~= bytes[end] || bytes[end] == ASCII.point {
      return nil
    }
    let magnitude = Int64(EightDigits.value(of: digits, count: count))
    guard !isNegative || magnitude > 0 else { return nil }
    mantissa = isNegative ? -magnitude : magnitude
    decimals = count - (length == count ? count : whole)
    self.end = end
  }

  /// The nearest double: one operation on two exact numbers rounds once (Clinger 1990).
  @inline(__always)
  var double: Double { Double(mantissa) / PowersOfTen.doubles[decimals] }
}
