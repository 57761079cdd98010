import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("A list of short decimals")
struct DecimalListTests {
  /// What `readDecimals` makes of a text, and where it leaves the cursor.
  private func read(_ text: String) throws -> (ring: [Double]?, position: Int) {
    let folder = try TemporaryFolder()
    let file = try MappedFile(try folder.write("ring", text))
    return file.withBytes { bytes in
      var scanner = JSONScanner(bytes)
      var list = DecimalList()
      guard scanner.readDecimals(into: &list) else { return (nil, scanner.position) }
      var table = RingTable()
      table.appendRow(numerators: list.numerators, decimals: list.decimals)
      return (Array(table[0]), scanner.position)
    }
  }

  @Test("gives the doubles that Swift's own parser gives, whatever stands between them")
  func random() throws {
    var generator = SeededGenerator(seed: 20_261_121)
    for decimals in 0...6 {
      for _ in 0..<60 {
        // A list is read in runs of up to 64 numbers.
        let texts = (0..<Int.random(in: 1...150, using: &generator)).map { _ in
          Self.decimal(atMost: decimals, using: &generator)
        }
        let separator = [",", ", ", ",\n\t  ", " ,"].randomElement(using: &generator) ?? ","
        let text = "[\(texts.joined(separator: separator))]"
        let (ring, position) = try read(text)
        #expect(ring?.map(\.bitPattern) == texts.map { Double($0)?.bitPattern }, "\(text)")
        #expect(position == text.utf8.count)
      }
    }
  }

  /// A number that fits into 32 bits with six decimals, in one of the forms that JSON has for it.
  private static func decimal(atMost most: Int, using generator: inout SeededGenerator) -> String {
    let decimals = Int.random(in: 0...most, using: &generator)
    let whole =
      "\(Int.random(in: 0...2000, using: &generator) >> Int.random(in: 0...11, using: &generator))"
    let digits = (0..<decimals).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
    let isNegative = (whole + digits).contains { $0 != "0" } && Bool.random(using: &generator)
    return (isNegative ? "-" : "") + whole + (decimals > 0 ? ".\(digits)" : "")
  }

  @Test(
    "may be written in any form that is one",
    arguments: [
      ("[1e0,2]", [1, 2]), ("[2.5E1]", [25]), ("[4.25e-2, 1]", [0.0425, 1]),
      ("[12345678,1]", [12_345_678, 1]), ("[123456789]", [123_456_789]),
      ("[1.234567, 0]", [1.234567, 0]), ("[ 0.0 ]", [0]), ("[2147483647]", [2_147_483_647]),
      ("[-2147483647, 0]", [-2_147_483_647, 0]), ("[1234567.8]", [1_234_567.8]),
      ("[123456.78, 0.5]", [123_456.78, 0.5]), ("[0,0.5]", [0, 0.5]), ("[0.5,0]", [0.5, 0]),
      ("[1.5,123456]", [1.5, 123_456]), ("[12345,1.25,1234567]", [12345, 1.25, 1_234_567]),
      ("[0.12345,99,999]", [0.12345, 99, 999]), ("[0.12345,9999]", [0.12345, 9999]),
      ("[1.00,2.5 ]", [1, 2.5]), ("[1\n,2]", [1, 2]),
    ]
  )
  func forms(text: String, numbers: [Double]) throws {
    let (ring, position) = try read(text)
    #expect(ring == numbers)
    #expect(position == text.utf8.count)
  }

  @Test(
    "is left to the reader of all lists, the cursor in its place, where it is anything else",
    arguments: [
      "[]", "[-0]", "[-0.0, 1]", "[1.2345678]", "[2147483648]", "[0.123456, 3000]", "[1,]", "[1 2]",
      "[01]", "[1.]", "[.5]", "[+1]", "[-]", "[1.2.3]", "[1.2345.6]", "[1234567.]", "[1234.567.8]",
      "[1e]", "[1e5]", "[12345678e1]", "[NaN]", "[-Infinity]", "[null]", "[[1]]", "[1", "[", "[1,",
      "[\"1\"]", "[1;2]", "{}", "[1\u{0}]", "[1}", "[1.5.]", "[1.5,05]",
      "[1.5,.5]", "[1.5,0.]", "[1,2e]", "[1.25,12:4]", "[1/2]", "[1.2/]", "[\u{ff11}]", "[1.5é,1]",
      "[0123456]", "[00.5]", "[1,,2]", "[1.5,", "[1.5,2", "[1.5,2.",
    ]
  )
  func others(text: String) throws {
    let (ring, position) = try read(text)
    #expect(ring == nil)
    #expect(position == 0)
  }
}
