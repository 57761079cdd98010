import Foundation
import Testing

@testable import Formats

@Suite("The JSON cursor")
struct JSONCursorTests {
  @Test("reads numbers to the last bit, as the standard library does")
  func numbers() throws {
    var generator = SystemRandomNumberGenerator()
    var texts = [
      "0", "-0", "1", "-1", "0.1", "561.0", "1e5", "1E-5", "123456789012345678",
      "0.30000000000000004",
      "9007199254740993", "1.7976931348623157e308", "5e-324", "2.2250738585072014e-308",
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
      "123456789.123456789123456789", "1e22", "1e23", "-0.000001",
      String(repeating: "7", count: 300),
    ]
    for _ in 0..<2000 {
      let whole = UInt64.random(in: 0...10_000, using: &generator)
      let fraction = UInt64.random(in: 0...999_999_999_999, using: &generator)
      texts.append("\(whole).\(fraction)")
      texts.append("\(Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator)))")
    }
    for text in texts where !text.contains("n") {
      let number = try read(text)
      #expect(number.value.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test("gives whole numbers exactly where they fit 64 bits")
  func integers() throws {
    #expect(try read("9223372036854775807").integer == .max)
    #expect(try read("-9223372036854775808").integer == .min)
    #expect(try read("9223372036854775808").integer == nil)
    #expect(try read("3.0").integer == 3)
    #expect(try read("3.5").integer == nil)
    #expect(try read("1e3").integer == 1000)
  }

  @Test(
    "refuses what is no JSON number",
    arguments: ["01", "-", "1.", ".5", "+1", "1e", "1e+", "--1", "1e999", "0x10"]
  )
  func brokenNumbers(text: String) {
    #expect(throws: JSONFault.self) { try skip(text) }
  }

  @Test("reads escapes, surrogate pairs and UTF-8")
  func strings() throws {
    let cases = [
      (#""plain""#, "plain"), (#""a\"b\\c\/d\n\t\u00e9""#, "a\"b\\c/d\n\té"),
      (#""\ud83d\ude00!""#, "😀!"), ("\"käse 猫 😀\"", "käse 猫 😀"), (#""""#, ""),
      (
        "\"" + String(repeating: "x", count: 100) + #"\u0041""#,
        String(repeating: "x", count: 100) + "A"
      ),
    ]
    for (json, expected) in cases {
      let text = try withCursor(json) { cursor in
        let raw = try cursor.string()
        return cursor.text(of: raw)
      }
      #expect(text == expected)
    }
  }

  @Test(
    "refuses broken strings",
    arguments: [
      "\"open", #""\x""#, #""\u12g4""#, #""\ud83d""#, #""\udc00""#, "\"a\u{1}b\"", "\"tab\there\"",
    ]
  )
  func brokenStrings(text: String) {
    #expect(throws: JSONFault.self) { try skip(text) }
  }

  @Test("refuses bytes that are not UTF-8 wherever they stand in a string")
  func brokenUTF8() {
    let broken: [[UInt8]] = [
      [0xff], [0xc3], [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0x80], [0xf0, 0x9f, 0x98],
    ]
    for bytes in broken {
      for padding in 0..<10 {
        let text = [0x22] + [UInt8](repeating: 0x61, count: padding) + bytes + [0x22]
        #expect(throws: JSONFault.self) { try skip(bytes: text) }
      }
    }
  }

  @Test(
    "refuses what breaks the grammar",
    arguments: [
      "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "tru", "nul", "[", "{", "",
      "{'a':1}",
    ]
  )
  func brokenGrammar(text: String) {
    #expect(throws: JSONFault.self) { try skip(text) }
  }

  @Test("follows 512 levels and refuses a hundred thousand")
  func depth() throws {
    try skip(String(repeating: "[", count: 512) + String(repeating: "]", count: 512))
    #expect(throws: JSONFault.self) { try skip(String(repeating: "[", count: 100_000)) }
    #expect(throws: JSONFault.self) { try skip(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test("notes NaN and infinities, which are not JSON, and goes on")
  func nonFinite() throws {
    for text in ["[NaN, 1]", "[Infinity]", "[-Infinity, NaN]"] {
      let offset = try withCursor(text) { cursor in
        try cursor.skipValue()
        return cursor.nonFinite
      }
      #expect(offset == 1)
    }
  }

  private func read(_ text: String) throws -> JSONCursor.Number {
    try withCursor(text) { cursor in
      let number = try cursor.number()
      #expect(cursor.position == cursor.end)
      return number
    }
  }

  private func skip(_ text: String) throws { try skip(bytes: Array(text.utf8)) }

  /// Passes over one value, which must be all there is.
  private func skip(bytes: [UInt8]) throws {
    try withCursor(bytes: bytes) { cursor in
      try cursor.skipValue()
      guard cursor.position == cursor.end else { throw cursor.fault("more text") }
    }
  }

  private func withCursor<Result>(
    _ text: String,
    _ body: (inout JSONCursor) throws -> Result
  ) throws -> Result {
    try withCursor(bytes: Array(text.utf8), body)
  }

  private func withCursor<Result>(
    bytes: [UInt8],
    _ body: (inout JSONCursor) throws -> Result
  ) throws -> Result {
    let padded = bytes + [UInt8](repeating: 0, count: MappedFile.padding)
    return try padded.withUnsafeBytes { buffer in
      var cursor = JSONCursor(UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count]))
      return try body(&cursor)
    }
  }
}
