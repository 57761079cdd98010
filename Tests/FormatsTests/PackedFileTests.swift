import Annotations
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("A gzip file")
struct PackedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What the gzip program makes of some bytes.
  private func packed(_ contents: Data) throws -> Data {
    let name = UUID().uuidString
    let path = try folder.write(name, contents)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/gzip")
    gzip.arguments = ["-n", path]
    try gzip.run()
    gzip.waitUntilExit()
    return try Data(contentsOf: URL(filePath: path + ".gz"))
  }

  private func packed(_ text: String) throws -> Data { try packed(Data(text.utf8)) }

  private func failure(_ contents: Data) throws -> String? {
    let path = try folder.write("a.json.gz", contents)
    do throws(FormatError) {
      _ = try MappedFile.unpacked(path)
      return nil
    } catch {
      return error.description.replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  @Test("reads as the text in it, and has the digest of the file as it lies")
  func read() async throws {
    let contents = try packed(COCOText.file())
    let path = try folder.write("train.json.gz", contents)
    let detection = try FormatCatalog.detect(path)
    #expect(detection.reason == "gzip file that starts as a JSON object")
    let result = try await COCOFormat.read(path, threads: 2)
    let plain = try await COCOText.read(COCOText.file())
    #expect(result.dataset.annotations.boxes == plain.dataset.annotations.boxes)
    #expect(result.dataset.files == ["train.json.gz"])
    #expect(result.sha256 == InputDigest.of([UInt8](contents).span.bytes))
    #expect(result.sha256 != plain.sha256)
  }

  @Test("is found in a folder as the one data set there")
  func folderOfOne() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("train.json.gz", try packed(COCOText.file()))
    try folder.write("other.json.gz", try packed(#"{"name": "x"}"#))
    #expect(try FormatCatalog.detect(folder.path).path == path)
  }

  @Test("may have several members, as compressors of blocks write it")
  func members() throws {
    let text = COCOText.file()
    let path = try folder.write(
      "a.json.gz",
      try packed(String(text.prefix(40))) + packed("") + packed(String(text.dropFirst(40)))
    )
    let file = try MappedFile.unpacked(path)
    file.withBytes { #expect($0.text(0..<$0.count) == text) }
  }

  @Test(
    "is unpacked whole, with NUL bytes behind it, whatever its size",
    arguments: [0, 1, 65535, 65536, 65537, 300_000]
  )
  func sizes(size: Int) throws {
    let contents = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    let path = try folder.write("a.gz", try packed(contents))
    let file = try MappedFile.unpacked(path)
    file.withBytes { bytes in
      #expect(bytes.count == size)
      bytes.withSpan(of: 0..<size) { span in
        #expect(span.withUnsafeBytes { Data($0) } == contents)
      }
      #expect(bytes.word(at: size) == 0)
    }
  }

  @Test("has the error of its text, at the place in the text")
  func malformed() async throws {
    let path = try folder.write("a.json.gz", try packed("{\"images\": [],\n  \"annotations\": 7}"))
    let error = await #expect(throws: FormatError.self) {
      try await COCOFormat.read(path, threads: 1)
    }
    #expect(
      error?.description
        == "\(path):2:18: 'annotations' must be a list of records, found a number"
    )
  }

  @Test("says where its text breaks off when it is cut, damaged or followed by something")
  func damaged() throws {
    let lines = (0..<2000).map { "line \($0 &* 7919 % 10007)\n" }.joined()
    let whole = try packed(lines)
    let cut = try #require(try failure(whole.prefix(whole.count / 2)))
    let match = try #require(cut.wholeMatch(of: /a.json.gz:(\d+):\d+: (.*)/))
    #expect(match.2 == "the packed data end here, before they are complete")
    let line = try #require(Int(match.1))
    #expect(500...1500 ~= line)
    #expect(
      try failure(whole + Data("xyz".utf8))
        == "a.json.gz:2001:1: 3 bytes follow the packed data; expected their end"
    )
    var wrongSum = whole
    wrongSum[wrongSum.count - 6] ^= 1
    #expect(
      try failure(wrongSum) == "a.json.gz:2001:1: the packed data are damaged from here on"
    )
  }

  @Test("cut or changed at any byte ends with an error or reads, and never traps")
  func everyByte() throws {
    let whole = try packed(COCOText.file())
    for count in 2..<whole.count {
      #expect(try failure(whole.prefix(count)) != nil, "cut after \(count) bytes")
    }
    for index in 2..<whole.count {
      var changed = whole
      changed[index] ^= 0xFF
      _ = try failure(changed)
    }
  }

  @Test("that unpacks to far more than annotations do is refused")
  func bomb() throws {
    // 4 MB of zeros pack to some 4 kB, a thousandth.
    let contents = try packed(Data(count: 4 << 20))
    let file = try MappedFile(try folder.write("bomb", contents))
    let error = #expect(throws: FormatError.self) {
      try file.withBytes { bytes throws(FormatError) in
        try GzipText.unpack(bytes, path: "bomb.gz", freeSize: 1 << 20).free()
      }
    }
    let expected = "bomb.gz: unpacks to more than \(1 << 20) bytes"
    #expect(error?.description.hasPrefix(expected) == true)
    file.withBytes { bytes in
      #expect(throws: Never.self) {
        try GzipText.unpack(bytes, path: "bomb.gz", freeSize: 4 << 20).free()
      }
    }
  }
}
