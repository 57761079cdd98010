import Annotations
import Audits
import Embeddings
import Findings
import Formats
import Foundation
import Imaging
import TestSupport
import Testing

/// What the built-in descriptor finds in the street scenes, where every wrong label is known.
@Suite("Suspects by the built-in descriptor")
struct DescriptorSuspectTests {
  private static let folder = SharedData.projectRoot.appending(path: "Fixtures/street")

  private struct Planted: Decodable {
    var mislabelled: [Label]

    struct Label: Decodable {
      var annotation: Int
      var to: String
    }
  }

  /// Made once for all tests.
  private static let mislabelled = Task { try await outcome("mislabelled.json") }

  private static func outcome(
    _ name: String,
    pictures: Int = 8,
    threads: Int = 2
  ) async throws -> SuspectRun.Outcome {
    let path = folder.appending(path: name).path(percentEncoded: false)
    let delivery = Delivery(
      role: "dataset",
      name: name,
      format: "coco",
      detected: "",
      result: try await COCOFormat.read(path, threads: threads)
    )
    let source = ImageSource(
      name: "images",
      folder: try ImageFolder(folder.path(percentEncoded: false) + "/images")
    )
    let items = SuspectItems(delivery)
    let described = await DescriptorVectors(items, in: source, threads: threads)
    #expect(described.items == Array(0..<items.count) && described.table.width == 32)
    var run = SuspectRun(findingsPerRule: 100, threads: threads)
    run.images = source
    run.pictures = pictures
    return await run.outcome(
      of: items,
      vectors: (described.table, described.source),
      probabilities: nil
    )
  }

  private func planted(_ name: String) throws -> [Planted.Label] {
    let data = try Data(contentsOf: Self.folder.appending(path: "planted.json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let part = try JSONSerialization.data(withJSONObject: try #require(object?[name]))
    return try JSONDecoder().decode(Planted.self, from: part).mislabelled
  }

  @Test("the 12 planted mislabels of 200 labels are among the first 14, and all are suspects")
  func mislabelled() async throws {
    let wrong = Set(try planted("mislabelled.json").map { String($0.annotation) })
    #expect(wrong.count == 12)
    let entries = try await Self.mislabelled.value.queue.entries
    #expect(entries.count == 200)
    let ranks = entries.filter { wrong.contains($0.name) }.map(\.rank)
    #expect(ranks.count == 12 && ranks.allSatisfy { $0 <= 14 }, "\(ranks)")
    #expect(entries.filter { wrong.contains($0.name) }.allSatisfy { $0.isSuspect })
  }

  @Test(
    "a suspect is shown beside neighbours of the category that they are for; reports say by what"
  )
  func pictures() async throws {
    let report = try await Self.mislabelled.value.report
    #expect(report.parameters["embeddings"] == .text(CropDescriptor.name))
    #expect(CropDescriptor.name.contains("weak"))
    #expect(report.excluded["annotations-without-picture"] == 0)
    let suspects = report.findings.items.filter { $0.rule == "suspect-label" }
    // 8 pictures: two suspects with three neighbours each.
    #expect(suspects.prefix(3).map { $0.pictures?.count } == [4, 4, nil])
    let pictures = try #require(suspects.first?.pictures)
    #expect(pictures[0].caption.isEmpty && pictures[0].boxes.isEmpty)
    for picture in pictures.dropFirst() {
      #expect(picture.caption.contains(", distance "))
      #expect(picture.boxes.count == 1)
      #expect(try #require(Data(base64Encoded: picture.jpeg)).count <= 12_000)
    }
    // Neighbours speak for the category that the message names.
    let message = try #require(suspects.first?.message)
    let captions = pictures.dropFirst().map { $0.caption.prefix { $0 != ":" } }
    #expect(captions.allSatisfy { message.contains("neighbours are '\($0)'") }, "\(captions)")
  }

  @Test("the 3 look-alikes that an annotator confused are the first 3, on 1 and on 5 threads")
  func lookAlikes() async throws {
    let wrong = Set(try planted("annotator-a.json").map { String($0.annotation) })
    let one = try await Self.outcome("annotator-a.json", threads: 1)
    #expect(wrong.count == 3 && Set(one.queue.entries.prefix(3).map(\.name)) == wrong)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let five = try await Self.outcome("annotator-a.json", threads: 5)
    #expect(try encoder.encode(one.report) == encoder.encode(five.report))
  }
}
