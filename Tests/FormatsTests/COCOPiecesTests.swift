import Annotations
import Foundation
import Statistics
import TestSupport
import Testing

@testable import Formats

/// Lists read in pieces by several tasks are what one task reads in one go.
@Suite("COCO in pieces")
struct COCOPiecesTests {
  /// Sizes below that of a record put a guess behind every record; the others fall anywhere.
  static let pieceSizes = [1, 37, 256, 1000]

  @Test("reads the same as in one go, wherever a piece ends", arguments: 0..<40)
  func sameAsInOneGo(seed: Int) async throws {
    var generated = GeneratedCOCO(seed: UInt64(seed))
    try await expectSame(generated.text)
  }

  @Test("finds the first error of the file, whichever task met one first", arguments: 0..<40)
  func sameErrors(seed: Int) async throws {
    var generated = GeneratedCOCO(seed: UInt64(1000 + seed))
    try await expectSame(generated.brokenText)
  }

  @Test("is not misled by what looks like records within a text or a record")
  func misleading() async throws {
    let bait = #"}, {\"id\": 5, }, {"#
    let nested = #"[{"id": 1}, {"id": 2}, {"id": 3, "x": [{"id": 4}, {"id": 5}]}, {"id": 6}]"#
    let records = (0..<60).map { index in
      """
      {"id": \(index), "note": "\(bait)", "parts": \(nested), "image_id": 1, "category_id": 7,
      "attributes": {"who": "}, {\\"id"}, "bbox": [1, 2, 3, \(index)]}
      """
    }
    let text = COCOText.file(annotations: records)
    try await expectSame(text)
    let read = try await COCOText.read(text)
    #expect(read.dataset.annotations.count == 60)
    #expect(read.quarantined.isEmpty)
  }

  @Test("holds the depth limit in a piece as in the whole")
  func depth() async throws {
    let deep = String(repeating: "[", count: 510) + String(repeating: "]", count: 510)
    let record = #"{"id": 5, "x": \#(deep), "image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 4]}"#
    try await expectSame(COCOText.file(annotations: [COCOText.annotation, record, record]))
    let outcome = try await outcome(COCOText.file(annotations: [record]), ReadingPlan(threads: 1))
    #expect(outcome.contains("nested deeper than 512"))
  }

  @Test("looks for the start of a record no further than a megabyte or sixteen pieces")
  func farStart() throws {
    let records = #"[{"id": 1}, {"id": 2}, {"id": 3}]"#
    let folder = try TemporaryFolder()
    for (gap, count) in [(1000, 4), (1 << 21, 3)] {
      let spaces = String(repeating: " ", count: gap)
      let text = records + spaces + #"{"id": 4}, {"id": 5}"#
      let file = try MappedFile(try folder.write("\(gap)", Data(text.utf8)))
      let pieces = file.withBytes { bytes in
        var cutter = RecordCutter(bytes, from: 1, size: 2)
        var pieces: [Range<Int>] = []
        while let piece = cutter.next() { pieces.append(piece) }
        return pieces
      }
      // `{"id": n}, ` are eleven bytes.
      #expect(pieces.prefix(2) == [1..<12, 12..<23])
      #expect(pieces.count == count)
      #expect(pieces.last?.upperBound == text.utf8.count)
    }
  }

  private func expectSame(_ text: String) async throws {
    var whole = ReadingPlan(threads: 1)
    whole.pieceSize = 1 << 40
    let expected = try await outcome(text, whole)
    for size in Self.pieceSizes {
      for threads in [1, 2, 4] {
        var plan = ReadingPlan(threads: threads)
        plan.pieceSize = size
        let found = try await outcome(text, plan)
        #expect(found == expected, "pieces of \(size) bytes, \(threads) threads")
      }
    }
  }

  /// Everything that a reading says, as text.
  private func outcome(_ text: String, _ plan: ReadingPlan) async throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.json", Data(text.utf8))
    do {
      let result = try await COCOFormat.read(path, plan: plan)
      let data = result.dataset
      let strings = (0..<Int32(data.strings.count)).map { data.strings[StringCode(rawValue: $0)] }
      return """
        \(data.images) \(data.categories) \(data.annotations) \(data.segmentation)
        \(data.keypoints) \(data.attributes) \(data.annotators) \(strings)
        \(result.quarantined) \(result.sha256)
        """
    } catch {
      return error.description.replacing(path, with: "a.json")
    }
  }
}

/// A COCO file of records of all kinds, good and bad, in lists of any order.
private struct GeneratedCOCO {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  var text: String {
    mutating get {
      let lists = [
        list("images", (0..<number(0...30)).map { _ in image }),
        list("categories", (0..<number(0...6)).map { _ in category }),
        list("annotations", (0..<number(0...60)).map { _ in annotation }),
      ]
      return "{\(lists.shuffled(using: &random).joined(separator: ",\n"))}"
    }
  }

  /// With one or two bytes that break it, somewhere.
  var brokenText: String {
    mutating get {
      var bytes = Array(text.utf8)
      for _ in 0..<number(1...2) {
        let index = number(0...bytes.count - 1)
        bytes[index] = Array("{}[],:\"\\x0\n".utf8)[number(0...10)]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func one(of texts: String...) -> String { texts[number(0...texts.count - 1)] }

  private mutating func list(_ name: String, _ records: [String]) -> String {
    let separator = one(of: ",", ", ", ",\n", "\n , \t\r\n")
    return "\"\(name)\": [\(records.joined(separator: separator))]"
  }

  private var id: String {
    mutating get { one(of: "1", "2", "30", "\"a\"", "\"b}, {\\\"id\\\"\"", "1.5", "null") }
  }

  private var image: String {
    mutating get {
      let raters = one(of: "", #", "rater_list": ["r1", "r2"]"#, #", "rater_list": [3]"#)
      let more = one(of: "", #", "not_exhaustive_category_ids": [1, "a"]"#, #", "scene": "dark""#)
      return
        #"{"id": \#(id), "file_name": "\#(number(0...9)).jpg", "width": 64, "height": 48\#(raters)\#(more)}"#
    }
  }

  private var category: String {
    mutating get {
      let keypoints = one(of: "", #", "keypoints": ["nose", "eye"], "skeleton": [[1, 2]]"#)
      return #"{"id": \#(id), "name": "\#(one(of: "cat", "dog", "ü}, {"))"\#(keypoints)}"#
    }
  }

  private var annotation: String {
    mutating get {
      let outline = one(
        of: "[[1, 2, 3, 4, 5, 6]]",
        "[[1, 2, 3, 4, 5, 6], [1e0, 2, 3, 4.25, 5, 6.5]]",
        "[]",
        "[[1, 2, \"x\"]]",
        #"{"counts": [0, 5, 7], "size": [3, 4]}"#,
        #"{"counts": "05", "size": [1, 5]}"#,
        "null"
      )
      let more = one(
        of: "",
        #", "annotator": "r\#(number(1...5))", "lead_time": 2.5"#,
        #", "attributes": {"colour": "c\#(number(0...20))", "n": 3, "occluded": true}"#,
        #", "keypoints": [1, 2, 2, 3, 4, 1], "score": 0.5"#,
        #", "x": [{"id": 1}, {"id": 2}]"#,
        ", \"area\":\n12",
        ", \"id\": 3"
      )
      return
        #"{"id": \#(id), "segmentation": \#(outline), "image_id": \#(id), "category_id": \#(id), "bbox": [1, 2, 3, 4]\#(more)}"#
    }
  }
}
