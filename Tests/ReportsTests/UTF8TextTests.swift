import Testing

@testable import Reports

@Suite("Text as bytes")
struct UTF8TextTests {
  @Test("is what a string gets from the same pieces")
  func pieces() {
    var (text, string) = (UTF8Text(), "")
    for number in 0..<3000 {
      for piece in ["", "é\u{301}", "\(number)", String(repeating: "–", count: number % 40)] {
        text.write(piece)
        string.write(piece)
      }
      text.write(quoted: "q\(number)")
      string.write("\"q\(number)\"")
    }
    #expect(text.text == string)
    #expect(UTF8Text().text.isEmpty)
  }

  @Test("holds what JSON escapes, and an object without members")
  func escapes() {
    var writer = JSONWriter()
    writer.value(.list([.string("a\"\\\n\u{1}é"), .object([]), .string("")]))
    #expect(writer.output.text == #"["a\"\\\n\u0001é", {}, ""]"#)
  }
}
