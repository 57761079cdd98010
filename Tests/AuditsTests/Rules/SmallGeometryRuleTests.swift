import Audits
import Findings
import Testing

@Suite struct SmallGeometryRuleTests {
  @Test(
    "a box with a side above 0 and below 1 px is below a pixel",
    arguments: [
      ("1, 1, 0.999, 30", 1), ("1, 1, 30, 0.001", 1), ("1, 1, 1, 1", 0), ("1, 1, 0, 0.5", 0),
      ("1, 1, -0.5, 30", 0),
    ]
  )
  func subPixel(box: String, count: Int) async throws {
    let json = coco(annotations: [annotation(1, box: box)])
    #expect(try await findings(of: "sub-pixel-box", in: json).count == count)
  }

  @Test("a mask with height and width exchanged states both sizes")
  func maskSize() async throws {
    let mask = #", "segmentation": {"counts": [0, 400, 7600], "size": [100, 80]}"#
    let json = coco(annotations: [annotation(1, box: "0, 0, 4, 100", mask)])
    let found = try await findings(of: "mask-size-mismatch", in: json)
    #expect(found.map(\.message) == ["mask is of 80 × 100 px; expected the image's 100 × 80 px"])
  }

  @Test("a mask in an image without a size is not compared")
  func maskWithoutImageSize() async throws {
    let mask = #", "segmentation": {"counts": [0, 400, 7600], "size": [100, 80]}"#
    let json = coco(
      images: #"{"id": 1, "file_name": "a.jpg"}"#,
      annotations: [annotation(1, box: "0, 0, 4, 100", mask)]
    )
    #expect(try await findings(of: "mask-size-mismatch", in: json).isEmpty)
  }
}
