import Annotations

/// A list of numbers with few digits: whole numbers over one power of ten, as `RingTable` keeps them.
struct DecimalList {
  private(set) var numerators: [Int32] = []
  /// Common to all: the most that any of them has.
  private(set) var decimals = 0

  /// The double nearest to what is written: a quotient of two exact numbers is rounded once (Clinger 1990).
  subscript(index: Int) -> Double { Double(numerators[index]) / PowersOfTen.doubles[decimals] }

  mutating func removeAll() {
    numerators.removeAll(keepingCapacity: true)
    decimals = 0
  }

  /// Adds `mantissa / 10^decimals`.
  ///
  /// - Returns: `false` where it does not fit; what is here then is not the whole list.
  @inline(__always)
  mutating func append(_ mantissa: Int64, decimals: Int) -> Bool {
    if decimals > self.decimals, !rescale(to: decimals) { return false }
    // No more than 10¹⁰ × 10⁶.
    let numerator = mantissa &* Self.powers[self.decimals - decimals]
    guard let numerator = Int32(exactly: numerator) else { return false }
    numerators.append(numerator)
    return true
  }

  private static let powers: [Int64] = [1, 10, 100, 1000, 10000, 100_000, 1_000_000]

  /// Adds numbers as long as they are short, with one space before them or none, and `,` or the end of the list
  /// behind them.
  ///
  /// - Returns: Whether the list ended: the cursor then stands behind it, else on the number that was not added.
  mutating func appendRun(of bytes: PaddedBytes, at cursor: inout Int) -> Bool {
    if numerators.isEmpty { decimals = RunNumber.decimals(bytes, at: cursor) }
    let layout = RunNumber.Layout(decimals: decimals)
    var position = cursor
    var isAtEnd = false
    // With room made once, an append has nothing to ask.
    numerators.append(addingCapacity: Self.runLimit) { run in
      while !run.isFull, let number = RunNumber(bytes, at: position, layout) {
        guard number.follower != ASCII.comma else {
          run.append(number.numerator)
          position = number.end &+ 1
          continue
        }
        guard number.follower == ASCII.closeBracket else { return }
        run.append(number.numerator)
        position = number.end &+ 1
        isAtEnd = true
        return
      }
    }
    cursor = position
    return isAtEnd
  }

  private static let runLimit = 64

  /// Gives all numbers more decimals; `false` where there are too many, or a number gets too large.
  private mutating func rescale(to decimals: Int) -> Bool {
    guard decimals <= RingTable.decimalsLimit else { return false }
    let factor = Self.powers[decimals - self.decimals]
    for index in numerators.indices {
      guard let numerator = Int32(exactly: Int64(numerators[index]) * factor) else { return false }
      numerators[index] = numerator
    }
    self.decimals = decimals
    return true
  }
}

extension JSONScanner {
  /// Reads the list at the cursor where it holds nothing but numbers with few digits, as most rings do.
  ///
  /// - Returns: `false` where it holds anything else; the cursor then stands on the list as before, for
  ///   `readNumbers`, which says what is wrong.
  mutating func readDecimals(into numbers: inout DecimalList) -> Bool {
    numbers.removeAll()
    guard depth < Self.depthLimit, bytes[position] == ASCII.openBracket else { return false }
    let bytes = bytes
    var cursor = position + 1
    while true {
      if numbers.appendRun(of: bytes, at: &cursor) {
        position = cursor
        return true
      }
      cursor = bytes.afterSpace(cursor)
      if let number = ShortNumber(bytes, at: cursor) {
        guard numbers.append(number.mantissa, decimals: number.decimals) else { return false }
        cursor = number.end
      } else {
        guard let number = try? bytes.readNumber(at: &cursor),
          let mantissa = number.decimalMantissa,
          numbers.append(mantissa, decimals: -number.exponent)
        else { return false }
      }
      cursor = bytes.afterSpace(cursor)
      guard bytes[cursor] == ASCII.comma else { break }
      cursor += 1
    }
    guard bytes[cursor] == ASCII.closeBracket else { return false }
    position = cursor + 1
    return true
  }
}

extension JSONNumber {
  /// The mantissa with its sign where it fits into 32 bits and the exponent makes decimals of it; −0 does not.
  fileprivate var decimalMantissa: Int64? {
    guard isExact, mantissa <= UInt64(Int32.max), -RingTable.decimalsLimit...0 ~= exponent,
      !isNegative || mantissa > 0
    else { return nil }
    return isNegative ? -Int64(mantissa) : Int64(mantissa)
  }
}

extension PaddedBytes {
  /// The first index from `index` on that is no white space of JSON.
  @inline(__always)
  func afterSpace(_ index: Int) -> Int {
    self[index] <= ASCII.space ? afterLongSpace(index) : index
  }

  private func afterLongSpace(_ index: Int) -> Int {
    var index = index
    while true {
      switch self[index] {
      case ASCII.space, ASCII.newline, ASCII.carriageReturn, ASCII.tab: index += 1
      default: return index
      }
    }
  }
}
