import Annotations
import Audits
import Findings
import Formats
import Foundation
import Imaging
import Metrics
import TestSupport
import Testing

@Suite("Pictures of findings")
struct FindingPictureTests {
  private func items(
    _ example: ImageFileExample,
    pictures: Int = 200,
    threads: Int = 2
  ) async throws -> [Finding] {
    let files = try await SampleImageFiles(example)
    let path = files.folder.path + "/x.json"
    try files.folder.write("x.json", files.json)
    var run = AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 50,
      bootstrap: ImageBootstrap(replicates: 0, threads: threads)
    )
    run.images = try files.source()
    run.pictures = pictures
    let result = try await COCOFormat.read(path, threads: 1)
    let delivery = Delivery(
      role: "dataset",
      name: "x.json",
      format: "coco",
      detected: "",
      result: result
    )
    return await run.report(on: delivery).findings.items
  }

  private func raster(_ picture: Picture) throws -> Raster {
    let file = try #require(Data(base64Encoded: picture.jpeg))
    #expect(file.count <= 12_000)
    return try ImageData(Array(file)).raster()
  }

  @Test("a box is shown with half of its longer side around it, and the picture is that part")
  func box() async throws {
    // 96 × 64 px; the box of 0 × 12 px gets max(8, 6) px around it: (32, 12) to (48, 40).
    let example = ImageFileExample(
      [.init("a.jpg", .picture(seed: 1))],
      annotations: ["40, 20, 0, 12"]
    )
    let finding = try #require(try await items(example).first { $0.rule == "degenerate-box" })
    let picture = try #require(finding.pictures?.first)
    #expect(picture.region == [32, 12, 16, 28] && picture.caption.isEmpty)
    let shown = try raster(picture)
    #expect(shown.size == ImageSize(width: 16, height: 28))
    let whole = try ImageData(SampleImageFiles.bytes(of: .picture(seed: 1))).raster()
    for (x, y) in [(2, 3), (8, 14), (13, 25)] {
      let (a, b) = (shown[x, y], whole[x + 32, y + 12])
      #expect(abs(Int(a.green) - Int(b.green)) < 16, "\(x), \(y)")
    }
  }

  @Test("a finding about two images has a picture of each")
  func pair() async throws {
    let example = ImageFileExample([
      .init("a.jpg", split: "train", .picture(seed: 1)),
      .init("b.jpg", split: "test", .picture(seed: 1)),
    ])
    let finding = try #require(
      try await items(example).first { $0.rule == "picture-in-two-splits" }
    )
    #expect(finding.pictures?.map(\.caption) == ["", "a.jpg"])
    #expect(finding.pictures?.map(\.region) == [[0, 0, 96, 64], [0, 0, 96, 64]])
  }

  @Test("a picture that was labelled as it is shown is shown so")
  func turned() async throws {
    let example = ImageFileExample(
      [.init("a.jpg", width: 64, height: 96, .picture(seed: 1, orientation: 6))],
      annotations: ["20, 60, 0, 12"]
    )
    let finding = try #require(try await items(example).first { $0.rule == "degenerate-box" })
    let picture = try #require(finding.pictures?.first)
    #expect(picture.region == [12, 52, 16, 28])
    // Turned to the right: (x, y) as shown is (y, 63 - x) as stored.
    let stored = try ImageData(SampleImageFiles.bytes(of: .picture(seed: 1))).raster()
    let shown = try raster(picture)
    for (x, y) in [(3, 3), (8, 14), (12, 25)] {
      let (a, b) = (shown[x, y], stored[y + 52, 63 - (x + 12)])
      #expect(abs(Int(a.green) - Int(b.green)) < 16, "\(x), \(y)")
    }
  }

  @Test("there are no more than asked for, errors first, and no more than twelve of a rule")
  func limits() async throws {
    let example = ImageFileExample(
      [.init("a.jpg", .picture(seed: 1)), .init("b.jpg", .picture(seed: 2))],
      annotations: (0..<20).map { "\($0 + 3), 20, 0, 12" }
    )
    let all = try await items(example)
    #expect(all.filter { $0.rule == "degenerate-box" && $0.pictures != nil }.count == 12)
    #expect(all.contains { $0.severity == .info && $0.pictures != nil })
    let few = try await items(example, pictures: 5).filter { $0.pictures != nil }
    #expect(few.count == 5 && few.allSatisfy { $0.severity == .error })
    #expect(try await items(example, pictures: 0).allSatisfy { $0.pictures == nil })
  }

  @Test("an image that cannot be read has none, and the same bytes come from any number of threads")
  func unreadable() async throws {
    let example = ImageFileExample(
      [.init("a.jpg", .halfPicture), .init("b.jpg", .picture(seed: 2)), .init("c.jpg", nil)],
      annotations: ["20, 20, 0, 12"]
    )
    let one = try await items(example, threads: 1)
    #expect(one.filter { $0.image != "b.jpg" }.allSatisfy { $0.pictures == nil })
    #expect(one.contains { $0.image == "b.jpg" && $0.pictures != nil })
    #expect(try await items(example, threads: 5) == one)
  }
}
