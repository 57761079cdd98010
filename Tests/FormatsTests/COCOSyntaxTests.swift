import Annotations
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("The syntax of a COCO file")
struct COCOSyntaxTests {
  /// The value of an unknown key at the top, at line 1 and column 7.
  private func file(value: String) -> String {
    "{\"x\": \(value), " + COCOText.file().dropFirst()
  }

  @Test(
    "is refused where it is no JSON, with its place",
    arguments: [
      ("[1,]", 9, "trailing ',' before ']'"),
      ("{\"a\":1,}", 13, "trailing ',' before '}'"),
      ("[1 2]", 10, "found '2'; expected ',' or ']'"),
      ("[1", 9, "the file ends here; expected ',' or ']'"),
      ("{\"a\" 1}", 12, "found '1'; expected ':' behind a key"),
      ("{a: 1}", 8, "found 'a'; expected a key in double quotes"),
      ("{\"a\": 1 \"b\": 2}", 15, "found '\"'; expected ',' or '}'"),
      ("tru", 7, "found 't'; expected a value ('true'?)"),
      ("nul", 7, "found 'n'; expected a value ('null'?)"),
      ("+1", 7, "found '+'; expected a value"),
      (".5", 7, "found '.'; expected a value"),
      ("'a'", 7, "found '''; expected a value"),
      ("01", 7, "a number must not start with a zero"),
      ("\"\u{1}\"", 8, "found byte 0x01 in a text; control characters must be escaped"),
      ("\"a\tb\"", 9, "found byte 0x09 in a text; control characters must be escaped"),
      ("\"\\x\"", 8, "'\\' is followed by no escape that JSON knows"),
      ("\"\\u12g4\"", 8, "'\\u' must be followed by four hexadecimal digits"),
      ("\"\\ud800\"", 8, "'\\u' escape of half a surrogate pair; expected both halves"),
      ("\"\\udc00\"", 8, "'\\u' escape of half a surrogate pair; expected both halves"),
      ("\"\\ud800\\u0041\"", 8, "'\\u' escape of half a surrogate pair; expected both halves"),
    ]
  )
  func malformed(value: String, column: Int, problem: String) async throws {
    let text = problem.hasPrefix("the file ends") ? "{\"x\": \(value)" : file(value: value)
    let expected = FormatError.malformed(
      file: "train.json",
      line: 1,
      column: column,
      problem: problem
    )
    #expect(try await COCOText.failure(text) == expected)
  }

  @Test(
    "is refused where bytes are no UTF-8",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]]
  )
  func encoding(bytes: [UInt8]) async throws {
    let contents = Data("{\"x\": \"abcdefgh".utf8) + Data(bytes) + Data("ijk\", \"y\": 1}".utf8)
    guard case .malformed(_, 1, 16, let problem) = try await COCOText.failure(contents) else {
      Issue.record("expected an error at column 16")
      return
    }
    #expect(problem.hasSuffix("which is not UTF-8; save the file as UTF-8"))
  }

  @Test("may hold every kind of text, escaped or not")
  func texts() async throws {
    let names = [
      (#"plain"#, "plain"), (#"é€😀"#, "é€😀"), (#"\u00e9\u20AC\ud83d\ude00"#, "é€😀"),
      (#"a\"b\\c\/d\b\f\n\r\t"#, "a\"b\\c/d\u{8}\u{C}\n\r\t"), (#"\u0000"#, "\0"),
      (#"eight ch\n"#, "eight ch\n"), (#""#, ""),
    ]
    let images = names.enumerated().map { #"{"id": \#($0), "file_name": "\#($1.0)"}"# }
    let result = try await COCOText.read(COCOText.file(images: images))
    #expect(result.dataset.images.fileNames == names.map(\.1))
  }

  @Test("may nest 512 deep and no deeper")
  func depth() async throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try await COCOText.failure(file(value: nested(511))) == nil)
    let expected = FormatError.malformed(
      file: "train.json",
      line: 1,
      column: 7 + 511,
      problem: "lists and objects are nested deeper than 512"
    )
    #expect(try await COCOText.failure(file(value: nested(512))) == expected)
    #expect(try await COCOText.failure(file(value: nested(100_000))) == expected)
  }

  @Test("may mix lists and objects at any depth")
  func nesting() async throws {
    let value = #"{"a": [{}, [], [{"b": [1, {"c": null}]}], true, false, "x"], "d": {"e": {}}}"#
    #expect(try await COCOText.failure(file(value: value)) == nil)
    let wrong = #"[{"a": [1, 2}]]"#
    #expect(
      try await COCOText.failure(file(value: wrong))
        == .malformed(
          file: "train.json",
          line: 1,
          column: 19,
          problem: "found '}'; expected ',' or ']'"
        )
    )
  }

  @Test("ends with the object, but for white space")
  func end() async throws {
    #expect(try await COCOText.failure(COCOText.file() + " \r\n\t") == nil)
    guard
      case .malformed(_, 6, 1, let problem) = try await COCOText.failure(COCOText.file() + "\n{")
    else {
      Issue.record("expected an error at 6:1")
      return
    }
    #expect(problem == "found '{'; expected the end of the file")
  }

  @Test("may start with the byte-order mark of UTF-8")
  func byteOrderMark() async throws {
    let contents = Data([0xEF, 0xBB, 0xBF]) + Data(COCOText.file().utf8)
    #expect(try await COCOText.read(contents).dataset.annotations.count == 1)
  }

  @Test(
    "is refused in UTF-16 and UTF-32",
    arguments: [
      String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .utf32BigEndian,
      .utf32LittleEndian,
    ]
  )
  func otherEncodings(encoding: String.Encoding) async throws {
    let contents = try #require(COCOText.file().data(using: encoding))
    #expect(
      try await COCOText.failure(contents)
        == .malformed(
          file: "train.json",
          line: 1,
          column: 1,
          problem: "the text is UTF-16 or UTF-32; save the file as UTF-8"
        )
    )
  }

  @Test("is refused where a NUL byte stands in it")
  func nulByte() async throws {
    let failure = try await COCOText.failure("{\"x\": \0}")
    let problem = "found a NUL byte; expected a value"
    #expect(failure == .malformed(file: "train.json", line: 1, column: 7, problem: problem))
  }

  @Test("is refused where a key at the top is given twice")
  func duplicates() async throws {
    for key in ["images", "info"] {
      let text = "{\"\(key)\": [], \"\(key)\": []}"
      guard case .malformed(_, 1, _, let problem) = try await COCOText.failure(text) else {
        Issue.record("expected an error")
        return
      }
      #expect(problem == "'\(key)' is given twice at the top of the file; expected once")
    }
  }

  @Test(
    "is of another format where the lists of COCO are missing",
    arguments: [
      ("", "the file is empty"), (" \n", "the file is empty"),
      ("[]", "found a list at the top"), ("3", "found a number at the top"),
      ("{}", "no list 'images'"), ("{\"images\": []}", "no list 'annotations'"),
      ("{\"annotations\": []}", "no list 'images'"),
    ]
  )
  func otherFormats(text: String, reason: String) async throws {
    let expected =
      "a COCO file is an object with the lists 'images', 'annotations' and 'categories'"
    #expect(
      try await COCOText.failure(text)
        == .malformed(
          file: "train.json",
          line: text.hasSuffix("\n") ? 2 : 1,
          column: 1,
          problem: "\(reason); \(expected)"
        )
    )
  }

  @Test("needs lists where lists are expected")
  func lists() async throws {
    let text = "{\"images\": [],\n \"annotations\": {\"1\": {}}}"
    let problem = "'annotations' must be a list of records, found an object"
    #expect(
      try await COCOText.failure(text)
        == .malformed(file: "train.json", line: 2, column: 17, problem: problem)
    )
  }
}
