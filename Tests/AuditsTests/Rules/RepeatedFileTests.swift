import Annotations
import Audits
import Findings
import Formats
import Metrics
import Testing

@Suite("A file that is written once for each annotator")
struct RepeatedFileTests {
  private static func image(_ id: Int, _ name: String = "a.jpg", width: Int = 100) -> String {
    #"{"id": \#(id), "file_name": "\#(name)", "width": \#(width), "height": 80}"#
  }

  private static func box(_ id: Int, image: Int, by name: String, x: Int = 10) -> String {
    annotation(id, image: image, box: "\(x), 10, 20, 30", #", "annotator": "\#(name)""#)
  }

  private func compared(_ images: [String], _ annotations: [String]) async throws -> AuditReport {
    let read = try await ExampleDataset.read(
      coco: coco(images: images.joined(separator: ", "), annotations: annotations)
    )
    let settings = ComparisonSettings(
      matching: MatchingOptions(),
      rules: RuleSettings(),
      findingsPerRule: 10,
      bootstrap: ImageBootstrap(replicates: 0)
    )
    return await ComparisonRun(settings).report(
      on: Delivery(role: "a", name: "a.json", format: "coco", detected: "", result: read)
    )
  }

  @Test("is one image on which they are compared, and is told")
  func united() async throws {
    let report = try await compared(
      [Self.image(1), Self.image(7, "b.jpg"), Self.image(2)],
      [
        Self.box(1, image: 1, by: "ann"), Self.box(2, image: 2, by: "bob"),
        // Only Ann looked at b.jpg.
        Self.box(3, image: 7, by: "ann"), Self.box(4, image: 2, by: "bob", x: 60),
      ]
    )
    #expect(report.metric("matched")?.value == 1)
    #expect(report.metric("only-b")?.value == 1)
    #expect(report.excluded["images-compared"] == 1)
    let told = report.findings.items.filter { $0.rule == "repeated-image-file" }
    #expect(
      told.map(\.message) == [
        "file 'a.jpg' is also that of /images/0; each file stands once; annotators are compared as on one image"
      ]
    )
  }

  @Test("stays apart where its sizes differ")
  func sizes() async throws {
    let report = try await compared(
      [Self.image(1), Self.image(2, width: 50)],
      [Self.box(1, image: 1, by: "ann"), Self.box(2, image: 2, by: "bob")]
    )
    #expect(report.excluded["images-compared"] == 0)
  }

  @Test("gives an image all who were assigned to any of its records")
  func assigned() async throws {
    let images = ["ann", "bob"].enumerated().map { index, name in
      #"{"id": \#(index + 1), "file_name": "a.jpg", "rater_list": ["\#(name)"]}"#
    }
    let read = try await ExampleDataset.read(
      coco: coco(
        images: images.joined(separator: ", "),
        annotations: [
          Self.box(1, image: 1, by: "ann"), Self.box(2, image: 2, by: "bob"),
          annotation(3, image: 9, box: "1, 1, 2, 2"),
        ]
      )
    )
    let united = read.dataset.unitingRepeatedFiles()
    #expect(united.images.count == 1 && united.images.hasAssignment == [true])
    let names = united.images.assigned[0].map { united.annotators[Int($0)] }
    #expect(names.sorted() == ["ann", "bob"])
    #expect(united.annotations.count == 2)
    #expect(Array(united.annotations(ofImage: 0)) == [0, 1])
  }
}
