/// A sum of doubles, or of products of two doubles, without any rounding.
///
/// Kept as an integer in digits of 32 bits, so the sum does not depend on the order or grouping of
/// its terms: states of shards and threads merge to the same bits. `value` rounds once, to nearest.
/// Cost: a few additions per term; memory: the digits between the largest and the smallest bit seen,
/// 5–10 for numbers of like size, at most 140.
///
/// Source: U. Kulisch, "Advanced Arithmetic for the Digital Computer", 2002, chapter 1.
package struct ExactSum: Mergeable {
  /// Digit i weighs 2^(32·(lowest + i)); before `normalise`, digits may exceed 32 bits and differ in sign.
  private var digits: [Int64] = []
  private var lowest = 0
  /// Terms since the last `normalise`; each moves a digit by less than 2³².
  private var pending = 0

  package init() {}

  /// Adds a finite number.
  package mutating func add(_ term: Double) {
    let (significand, exponent) = Self.parts(of: term)
    add(UInt128(significand), exponent: exponent, isNegative: term < 0)
  }

  /// Adds the exact product of two finite numbers.
  package mutating func add(_ first: Double, times second: Double) {
    let (a, b) = (Self.parts(of: first), Self.parts(of: second))
    add(
      UInt128(a.significand) * UInt128(b.significand),
      exponent: a.exponent + b.exponent,
      isNegative: (first < 0) != (second < 0)
    )
  }

  package mutating func merge(_ other: Self) {
    normalise()
    let other = other.normalised
    guard !other.digits.isEmpty else { return }
    cover(other.lowest..<(other.lowest + other.digits.count))
    for (index, digit) in other.digits.enumerated() {
      digits[other.lowest - lowest + index] += digit
    }
    normalise()
  }

  /// The sum rounded to the nearest double; infinite where it exceeds the range of doubles.
  package var value: Double {
    let sum = normalised
    guard let top = sum.digits.last else { return 0 }
    let leading = sum.digits.suffix(3).reversed().reduce(UInt128(0)) {
      $0 << 32 | UInt128($1.magnitude)
    }
    // 64 bits, the last one standing for all that follow, round to 53 as the whole would.
    let shift = max(0, 128 - leading.leadingZeroBitCount - 64)
    var kept = UInt64(leading >> UInt128(shift))
    let isInexact = UInt128(kept) << UInt128(shift) != leading || sum.digits.count > 3
    if isInexact { kept |= 1 }
    let exponent = 32 * (sum.lowest + max(0, sum.digits.count - 3)) + shift
    let magnitude = Double(sign: .plus, exponent: exponent, significand: Double(kept))
    return top < 0 ? -magnitude : magnitude
  }
}

// MARK: - Arithmetic

extension ExactSum {
  package static func - (left: Self, right: Self) -> Self {
    var result = right
    for index in result.digits.indices { result.digits[index].negate() }
    result.merge(left)
    return result
  }

  package static func * (left: Self, right: Self) -> Self {
    let (left, right) = (left.normalised, right.normalised)
    guard let leftTop = left.digits.last, let rightTop = right.digits.last else { return Self() }
    var product = [UInt64](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.digits.enumerated() {
        let sum = a.magnitude * b.magnitude + product[i + j] + carry
        product[i + j] = sum & digitMask
        carry = sum >> 32
      }
      product[i + right.digits.count] = carry
    }
    let sign: Int64 = (leftTop < 0) != (rightTop < 0) ? -1 : 1
    var result = Self()
    result.digits = product.map { sign * Int64($0) }
    result.lowest = left.lowest + right.lowest
    result.normalise()
    return result
  }

  package static func * (left: Self, right: Int) -> Self {
    var factor = Self()
    factor.add(UInt128(right.magnitude), exponent: 0, isNegative: right < 0)
    return left * factor
  }

  private static let digitMask: UInt64 = 0xffff_ffff

  private static func parts(of number: Double) -> (significand: UInt64, exponent: Int) {
    precondition(number.isFinite, "an exact sum has finite terms")
    let exponent = Int(number.exponentBitPattern)
    guard exponent > 0 else { return (number.significandBitPattern, -1074) }
    return (number.significandBitPattern | 1 << 52, exponent - 1075)
  }

  private mutating func add(_ magnitude: UInt128, exponent: Int, isNegative: Bool) {
    guard magnitude > 0 else { return }
    let position = exponent >> 5
    let shift = UInt128(exponent & 31)
    cover(position..<(position + 5))
    var index = position - lowest
    var digit = Int64(truncatingIfNeeded: (magnitude << shift) & UInt128(Self.digitMask))
    var rest = magnitude >> (32 - shift)
    while true {
      digits[index] += isNegative ? -digit : digit
      guard rest > 0 else { break }
      digit = Int64(truncatingIfNeeded: rest & UInt128(Self.digitMask))
      rest >>= 32
      index += 1
    }
    pending += 1
    if pending == 1 << 30 { normalise() }
  }

  private mutating func cover(_ range: Range<Int>) {
    guard !digits.isEmpty else {
      lowest = range.lowerBound
      digits = Array(repeating: 0, count: range.count)
      return
    }
    let below = lowest - range.lowerBound
    if below > 0 {
      digits.insert(contentsOf: repeatElement(0, count: below), at: 0)
      lowest = range.lowerBound
    }
    let above = range.upperBound - (lowest + digits.count)
    if above > 0 { digits.append(contentsOf: repeatElement(0, count: above)) }
  }

  private var normalised: Self {
    var copy = self
    copy.normalise()
    return copy
  }

  /// The one form of a number: digits of one sign, below 2³² in magnitude, no zeros at either end.
  private mutating func normalise() {
    let isNegative = carried() < 0
    if isNegative { for index in digits.indices { digits[index].negate() } }
    var carry: Int64 = 0
    for index in digits.indices {
      let digit = digits[index] + carry
      digits[index] = digit & Int64(Self.digitMask)
      carry = digit >> 32
    }
    if carry > 0 { digits.append(carry) }
    if isNegative { for index in digits.indices { digits[index].negate() } }
    trim()
    pending = 0
  }

  /// What is left above the highest digit when all are brought into 0..<2³²: its sign is the sum's.
  private func carried() -> Int64 { digits.reduce(0) { ($1 + $0) >> 32 } }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    lowest = digits.isEmpty ? 0 : lowest + zeros
  }
}

// MARK: - Equatable, Codable

extension ExactSum: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (left.normalised, right.normalised)
    return left.lowest == right.lowest && left.digits == right.digits
  }
}

extension ExactSum: Codable {
  private enum CodingKeys: String, CodingKey {
    case lowest
    case digits
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lowest = try container.decode(Int.self, forKey: .lowest)
    digits = try container.decode([Int64].self, forKey: .digits)
    // The bits of products of doubles lie in 2^-2148..<2^2048, that is in digits -68..<64; 2 more for sums.
    guard -68...66 ~= lowest, digits.count <= 66 - lowest,
      digits.allSatisfy({ $0.magnitude <= Self.digitMask }), normalised.digits == digits
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .digits,
        in: container,
        debugDescription: "expected digits of one sign below 2^32, none of them an outer zero"
      )
    }
  }

  package func encode(to encoder: any Encoder) throws {
    let sum = normalised
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(sum.lowest, forKey: .lowest)
    try container.encode(sum.digits, forKey: .digits)
  }
}
