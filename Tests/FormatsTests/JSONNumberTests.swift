import TestSupport
import Testing

@testable import Formats

@Suite("A JSON number")
struct JSONNumberTests {
  /// Reads a text as one number and says how far it got.
  private func scan<Result>(
    _ text: String,
    _ body: (inout JSONScanner) throws(JSONError) -> Result
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let file = try MappedFile(try folder.write("number", text))
    return try file.withBytes { bytes throws(JSONError) in
      var scanner = JSONScanner(bytes)
      let result = try body(&scanner)
      #expect(scanner.position == bytes.count)
      return result
    }
  }

  /// A list keeps thousands of numbers in one file, which is what makes this test quick.
  private func doubles(_ texts: [String]) throws -> [Double] {
    try scan("[\(texts.joined(separator: ","))]") { scanner throws(JSONError) in
      var numbers: [Double] = []
      _ = try scanner.readNumbers(appendingTo: &numbers)
      return numbers
    }
  }

  @Test("reads to the same double as Swift's own parser, whatever its form")
  func random() throws {
    var generator = SeededGenerator(seed: 20_261_121)
    let texts = (0..<200_000).map { _ in Self.randomDecimal(using: &generator) }
    let numbers = try doubles(texts)
    #expect(numbers.count == texts.count)
    for (text, number) in zip(texts, numbers) {
      #expect(Double(text)?.bitPattern == number.bitPattern, "\(text)")
    }
  }

  @Test("reads the shortest form of any double back to its bits")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 7)
    let values = (0..<100_000).map { _ in
      Double.random(in: 0..<4000, using: &generator)
        * Double.random(in: 0..<1, using: &generator)
    }
    #expect(try doubles(values.map { "\($0)" }) == values)
  }

  @Test(
    "is exact where rounding is hard",
    arguments: [
      "9007199254740993", "9007199254740992.5", "9007199254740993.0000000001", "0.1e-5",
      "1.7976931348623157e308", "2.2250738585072011e-308", "5e-324", "2e-324", "123456789012345678",
      "0.30000000000000004", "4503599627370497.5", "9999999999999999999", "18446744073709551615",
      "18446744073709551616", "1e22", "1e23", "8.5e-1", "100000000000000000000000000000000000000",
      "0e999999999999", "-0", "-0.0", "6.25", "1.234567890123456789", "0.000000000000000000001",
    ]
  )
  func hard(text: String) throws {
    #expect(try doubles([text])[0].bitPattern == Double(text)?.bitPattern)
  }

  @Test(
    "must follow the grammar",
    arguments: [
      ("01", "a number must not start with a zero"),
      ("-01", "a number must not start with a zero"),
      ("-", "the file ends here; expected a digit"),
      ("-x", "found 'x'; expected a digit"),
      ("1.", "the file ends here; expected a digit behind '.'"),
      ("1.e5", "found 'e'; expected a digit behind '.'"),
      ("1e", "the file ends here; expected a digit of the exponent"),
      ("1e+", "the file ends here; expected a digit of the exponent"),
    ]
  )
  func grammar(text: String, problem: String) throws {
    let error = #expect(throws: JSONError.self) {
      try scan(text) { scanner throws(JSONError) in try scanner.readDouble() }
    }
    #expect(error?.problem == problem)
  }

  @Test(
    "is an integer where it has no fraction and fits",
    arguments: [
      ("0", 0), ("-0", 0), ("3.0", 3), ("30e-1", 3), ("3e2", 300), ("-7", -7),
      ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("3.5", nil),
      ("1e19", nil), ("100000000000000000000", nil), ("9007199254740993.0", 9_007_199_254_740_993),
      ("1e-3", nil), ("0e5", 0), ("1e300", nil),
    ] as [(String, Int64?)]
  )
  func integers(text: String, expected: Int64?) throws {
    let number = try scan(text) { scanner throws(JSONError) in try scanner.readNumber() }
    #expect(number.integer == expected)
  }

  @Test("beyond all doubles counts as not finite")
  func overflow() throws {
    try scan("1e400") { scanner throws(JSONError) in
      #expect(try scanner.readDouble() == 0)
      #expect(scanner.nonFinite == 0)
    }
  }

  private static func randomDecimal(using generator: inout SeededGenerator) -> String {
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in Character("\(Int.random(in: 0...9, using: &generator))") })
    }
    var text = Bool.random(using: &generator) ? "-" : ""
    let integer = digits(Int.random(in: 1...12, using: &generator)).drop { $0 == "0" }
    text += integer.isEmpty ? "0" : integer
    if Int.random(in: 0..<4, using: &generator) > 0 {
      text += "." + digits(Int.random(in: 1...18, using: &generator))
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      text += "e\(Int.random(in: -40...40, using: &generator))"
    }
    return text
  }
}

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
