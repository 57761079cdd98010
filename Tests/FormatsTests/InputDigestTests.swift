import TestSupport
import Testing

@testable import Formats

@Suite("An input digest")
struct InputDigestTests {
  /// FIPS 180-4 examples, as `sha256sum` prints them.
  static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test("is the SHA-256 of the bytes")
  func known() {
    #expect(InputDigest.of(Array("abc".utf8).span.bytes) == Self.abc)
    #expect(InputDigest.of([UInt8]().span.bytes) == Self.empty)
  }

  @Test("does not depend on the pieces in which the bytes come")
  func pieces() {
    var digest = InputDigest()
    digest.update(Array("a".utf8).span.bytes)
    digest.update(Array("bc".utf8).span.bytes)
    #expect(digest.finish() == Self.abc)
  }

  @Test("of one piece after the other is that of each piece alone")
  func restarted() {
    var digest = InputDigest()
    digest.update(Array("x".utf8).span.bytes)
    #expect(digest.digest(of: Array("abc".utf8).span.bytes) == Self.abc)
    #expect(digest.digest(of: [UInt8]().span.bytes) == Self.empty)
    digest.update(Array("abc".utf8).span.bytes)
    #expect(digest.finish() == Self.abc)
  }

  @Test("of a file is that of its bytes")
  func file() throws {
    let folder = try TemporaryFolder()
    let file = try MappedFile(try folder.write("a", "abc"))
    #expect(file.withBytes { InputDigest.of($0) } == Self.abc)
  }

  /// The digest that `printf 'a.xml\0AA\nb/c.xml\0BB\n' | sha256sum` prints.
  @Test("of a folder does not depend on the order of its files")
  func folder() {
    let entries = [(path: "b/c.xml", sha256: "BB"), (path: "a.xml", sha256: "AA")]
    let expected = "9d4c07d55ff157927e776cf48100f5de583430e432292be52c0003b012f34b12"
    #expect(InputDigest.ofFolder(entries: entries) == expected)
    #expect(InputDigest.ofFolder(entries: entries.reversed()) == expected)
  }
}
