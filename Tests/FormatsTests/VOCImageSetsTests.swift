import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, lists of splits")
struct VOCImageSetsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ lists: [String: String]) async throws -> ReadResult {
    for stem in ["a", "b", "c"] {
      try folder.write("Annotations/\(stem).xml", VOCSample.file(name: "\(stem).jpg"))
    }
    for (name, text) in lists { try folder.write("ImageSets/Main/\(name).txt", text) }
    return try await VOCSample.read(folder)
  }

  private func splits(_ result: ReadResult) -> [String?] {
    result.dataset.images.splits.map { $0.map { result.dataset.strings[$0] } }
  }

  @Test("give every listed image its split, whatever ends the lines")
  func splits() async throws {
    let result = try await read(["train": "a\r\n\n", "val": "b 1", "trainval": "a\nb\n"])
    #expect(splits(result) == ["train", "val", nil])
    #expect(result.quarantined.isEmpty)
  }

  @Test("count as a whole where their parts are missing, and under any name")
  func trainval() async throws {
    #expect(
      splits(try await read(["trainval": "a\nc\n", "extra": "b\n"])) == [
        "trainval", "extra", "trainval",
      ]
    )
  }

  @Test("of one category, with marks behind the names, are no splits")
  func categories() async throws {
    #expect(splits(try await read(["cat_train": "a 1\nb -1\n"])) == [nil, nil, nil])
  }

  @Test("that contradict each other or name no file are told, with file and line")
  func contradictions() async throws {
    let result = try await read(["train": "a\nb\na\n", "val": "c\nb\nz\n"])
    #expect(splits(result) == ["train", "train", "val"])
    #expect(
      result.quarantined == [
        Quarantined(
          file: "ImageSets/Main/train.txt",
          line: 3,
          column: 1,
          pointer: "line 3",
          problem: "'a' is listed twice; expected once"
        ),
        Quarantined(
          file: "ImageSets/Main/val.txt",
          line: 2,
          column: 1,
          pointer: "line 2",
          problem: "'b' is in 'val' and in 'train' (ImageSets/Main/train.txt:2); expected one split"
        ),
        Quarantined(
          file: "ImageSets/Main/val.txt",
          line: 3,
          column: 1,
          pointer: "line 3",
          problem: "'z' has no annotation file that could be read"
        ),
      ]
    )
  }

  @Test("are part of what the digest covers")
  func digest() async throws {
    let without = try await read([:])
    let one = try await read(["train": "a\n"])
    let other = try await read(["train": "b\n"])
    #expect(Set([without.sha256, one.sha256, other.sha256]).count == 3)
    #expect(one.dataset.files.last == "ImageSets/Main/train.txt")
  }

  @Test("survive the way to Pascal VOC and back")
  func roundTrip() async throws {
    let first = try await read(["train": "b\n", "holdout": "a\n"])
    let copy = try TemporaryFolder()
    _ = try VOCWriter.write(first.dataset) { path, text in try copy.write(path, text) }
    let second = try await VOCSample.read(copy)
    #expect(splits(second) == splits(first))
    #expect(second.quarantined.isEmpty)
  }
}
