import Annotations
import Statistics
import TestSupport
import Testing

@testable import Formats

@Suite("Annotations read side by side")
struct COCOChunkTests {
  /// What a reader gives, as text, so that every column is compared.
  private func described(_ path: String, threads: Int, chunkSize: Int) async -> String {
    do throws(FormatError) {
      let read = try await COCOFormat.read(path, threads: threads, chunkSize: chunkSize)
      let dataset = read.dataset
      return """
        \(dataset.annotations) \(dataset.images) \(dataset.categories) \(dataset.segmentation) \
        \(dataset.keypoints) \(dataset.attributes) \(dataset.annotators) \
        \((0..<Int32(dataset.strings.count)).map { dataset.strings[StringCode(rawValue: $0)] }) \
        \(read.quarantined) \(read.sha256)
        """
    } catch {
      return "\(error)"
    }
  }

  @Test("are the same, column by column, for every size of chunk", arguments: [UInt64](0..<12))
  func sameness(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let path = try folder.write("a.json", document(&generator))
    let expected = await described(path, threads: 1, chunkSize: 1 << 20)
    for chunkSize in [1, 7, 40, 133, 500, 4000] {
      let found = await described(path, threads: 3, chunkSize: chunkSize)
      #expect(found == expected, "chunks of \(chunkSize) bytes")
    }
  }

  @Test("give the error that stands first, with its place, wherever chunks begin")
  func errors() async throws {
    var generator = SeededGenerator(seed: 99)
    let whole = Array(document(&generator).utf8)
    let folder = try TemporaryFolder()
    for cut in stride(from: 40, to: whole.count, by: 97) {
      var broken = whole
      broken[cut] = UInt8(ascii: "!")
      let path = try folder.write("a.json", broken)
      let expected = await described(path, threads: 1, chunkSize: 1 << 20)
      #expect(await described(path, threads: 4, chunkSize: 60) == expected, "at \(cut)")
      let short = try folder.write("b.json", whole.prefix(cut))
      let wanted = await described(short, threads: 1, chunkSize: 1 << 20)
      #expect(await described(short, threads: 4, chunkSize: 60) == wanted, "cut at \(cut)")
    }
  }

  /// Records of every kind, with texts that look like the end of one.
  private func document(_ generator: inout SeededGenerator) -> String {
    let records = (0..<60).map { index in record(index, &generator) }
    let separator = [",", ", ", ",\n", " ,\n  "][Int.random(in: 0..<4, using: &generator)]
    let images = #""images": [{"id": 1, "file_name": "a.jpg"}, {"id": "x", "file_name": "b.jpg"}]"#
    let categories = #""categories": [{"id": 1, "name": "cat"}]"#
    let annotations = #""annotations": [\#(records.joined(separator: separator))]"#
    let members = [images, categories, annotations, #""info": {"a": [{"b": 1}, {"c": 2}]}"#]
    return "{\n" + members.shuffled(using: &generator).joined(separator: ",\n") + "}\n"
  }

  private func record(_ index: Int, _ generator: inout SeededGenerator) -> String {
    let kinds = [
      #""segmentation": [[0, 0, 9, 0, 9, 9], [1, 1, 2, 1, 2, 2]]"#,
      #""segmentation": {"size": [2, 3], "counts": [1, 5]}"#,
      #""segmentation": {"size": [2, 3], "counts": "15"}"#,
      #""keypoints": [1, 2, 2, 0, 0, 0]"#,
      #""attributes": {"text": "}, {\"id\": 7}", "n": 4}, "annotator": "p\#(index % 4)""#,
      #""attributes": {"colour": "c\#(index % 5)", "flag": true}, "annotation_time": 2.5"#,
      #""list": [{"id": 1}, {"id": 2}], "annotator": "}, {""#,
      #""bbox": [1, 2, 3]"#,
      #""bbox": null"#,
    ]
    let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
    let id = index % 7 == 3 ? "\"id-\(index % 3)\"" : "\(index)"
    let image = index % 5 == 2 ? "\"x\"" : "\(index % 11 == 0 ? 99 : 1)"
    let box = kind.hasPrefix(#""bbox""#) ? "" : #", "bbox": [\#(index), 0, 5.5, 6e0]"#
    let record = #"{"id": \#(id), "image_id": \#(image), "category_id": 1\#(box), \#(kind)}"#
    return Int.random(in: 0..<12, using: &generator) == 0 ? "17" : record
  }
}
