/// A number as it is written: `± mantissa × 10^exponent`.
struct JSONNumber {
  /// The digits without point and sign; meaningless where `isExact` is off.
  var mantissa: UInt64 = 0
  var exponent = 0
  var isNegative = false
  /// Whether all digits are in `mantissa` (there are at most 19).
  var isExact = true
  /// Where it is written.
  var range: Range<Int>

  /// The number as an integer, or `nil` where it has a fraction or does not fit.
  var integer: Int64? {
    guard isExact else { return nil }
    guard mantissa > 0 else { return 0 }
    guard -19...19 ~= exponent else { return nil }
    let power = PowersOfTen.integers[abs(exponent)]
    var magnitude = mantissa
    if exponent < 0 {
      guard mantissa % power == 0 else { return nil }
      magnitude = mantissa / power
    } else {
      let (product, overflows) = mantissa.multipliedReportingOverflow(by: power)
      guard !overflows else { return nil }
      magnitude = product
    }
    guard isNegative else { return Int64(exactly: magnitude) }
    return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
  }

  /// The nearest double (ties to even) where that is cheap to find.
  @inline(__always)
  var fastDouble: Double? {
    guard isExact else { return nil }
    let magnitude: Double
    if mantissa <= 1 << 53, -22...22 ~= exponent {
      // Both numbers are exact, so one operation rounds once (Clinger 1990).
      let power = PowersOfTen.doubles[abs(exponent)]
      magnitude = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    } else if -19..<0 ~= exponent {
      magnitude = Self.quotient(mantissa, PowersOfTen.integers[-exponent])
    } else {
      return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The double nearest to `dividend / divisor`, both positive.
  ///
  /// The integer quotient of both numbers shifted to the left has at least 63 bits; a last bit that says
  /// whether anything remains makes its rounding to 53 bits that of the true quotient.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let (dividendShift, divisorShift) = (dividend.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let shifted = dividend << UInt64(dividendShift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift))
      .dividingFullWidth((high: shifted >> 1, low: shifted << 63))
    let scale = 1023 + divisorShift - dividendShift - 63
    return Double(quotient | (remainder == 0 ? 0 : 1)) * Double(bitPattern: UInt64(scale) << 52)
  }
}

extension PaddedBytes {
  /// Reads a number of JSON and checks its grammar.
  ///
  /// A cursor of its own, in place of the scanner's, stays in a register: half the time of long lists.
  @inline(__always)
  func readNumber(at cursor: inout Int) throws(JSONError) -> JSONNumber {
    let start = cursor
    var number = JSONNumber(range: start..<start)
    if self[cursor] == ASCII.minus {
      number.isNegative = true
      cursor += 1
    }
    let firstDigit = cursor
    readDigits(at: &cursor, into: &number.mantissa)
    var digits = cursor - firstDigit
    if digits == 0 || digits > 1 && self[firstDigit] == ASCII.zero {
      throw wrongInteger(at: firstDigit, digits: digits)
    }
    if self[cursor] == ASCII.point {
      cursor += 1
      let firstDecimal = cursor
      readDigits(at: &cursor, into: &number.mantissa)
      let decimals = cursor - firstDecimal
      guard decimals > 0 else { throw unexpected(at: cursor, expected: "a digit behind '.'") }
      digits += decimals
      number.exponent = -decimals
    }
    if self[cursor] | 0x20 == UInt8(ascii: "e") {
      number.exponent += try readExponent(at: &cursor)
    }
    number.isExact = digits <= 19
    number.range = start..<cursor
    return number
  }

  private func wrongInteger(at index: Int, digits: Int) -> JSONError {
    digits == 0
      ? unexpected(at: index, expected: "a digit")
      : JSONError(offset: index, problem: "a number must not start with a zero")
  }

  private func readExponent(at cursor: inout Int) throws(JSONError) -> Int {
    cursor += 1
    let sign = self[cursor]
    if sign == ASCII.plus || sign == ASCII.minus { cursor += 1 }
    let firstDigit = cursor
    var value: UInt64 = 0
    readDigits(at: &cursor, into: &value)
    guard cursor > firstDigit else {
      throw unexpected(at: cursor, expected: "a digit of the exponent")
    }
    // More digits than that say nothing else: the number is 0 or beyond all doubles.
    let magnitude = cursor - firstDigit > 9 ? 1_000_000_000 : Int(value)
    return sign == ASCII.minus ? -magnitude : magnitude
  }

  /// Adds the digits at the cursor behind those of `mantissa`, which wraps beyond 19.
  @inline(__always)
  private func readDigits(at cursor: inout Int, into mantissa: inout UInt64) {
    while true {
      let word = word(at: cursor)
      let count = EightDigits.count(in: word)
      guard count > 0 else { return }
      mantissa = mantissa &* EightDigits.powers[count] &+ EightDigits.value(of: word, count: count)
      cursor += count
      guard count == 8 else { return }
    }
  }
}

extension JSONScanner {
  /// Reads a number as it is written.
  mutating func readNumber() throws(JSONError) -> JSONNumber {
    try bytes.readNumber(at: &position)
  }

  /// Reads a number as the nearest double.
  ///
  /// One beyond the range of doubles counts as non-finite and reads as 0.
  mutating func readDouble() throws(JSONError) -> Double {
    let number = try readNumber()
    return number.fastDouble ?? slowDouble(number)
  }

  /// Reads the list of numbers at the cursor.
  ///
  /// - Returns: The kind of the first element that is no number, or `nil`; such elements are skipped.
  mutating func readNumbers(
    appendingTo numbers: inout [Double]
  ) throws(JSONError) -> JSONKind? {
    var other: JSONKind?
    guard try openList() else { return nil }
    repeat {
      let kind = try kind()
      if kind == .number {
        try readNumberRun(appendingTo: &numbers)
      } else {
        if other == nil { other = kind }
        try skipValue()
      }
    } while try hasMoreElements()
    return other
  }

  /// Reads numbers as long as they are separated by a comma and at most one space.
  private mutating func readNumberRun(appendingTo numbers: inout [Double]) throws(JSONError) {
    let bytes = bytes
    var cursor = position
    while true {
      if let number = ShortNumber(bytes, at: cursor) {
        numbers.append(number.double)
        cursor = number.end
      } else {
        let number = try bytes.readNumber(at: &cursor)
        numbers.append(number.fastDouble ?? slowDouble(number))
      }
      guard bytes[cursor] == ASCII.comma else { break }
      let next = bytes[cursor + 1] == ASCII.space ? cursor + 2 : cursor + 1
      guard ASCII.zero...ASCII.nine ~= bytes[next] else { break }
      cursor = next
    }
    position = cursor
  }

  @inline(never)
  private mutating func slowDouble(_ number: JSONNumber) -> Double {
    if let double = Double(bytes.text(number.range)), double.isFinite { return double }
    if nonFinite == nil { nonFinite = number.range.lowerBound }
    return 0
  }
}
