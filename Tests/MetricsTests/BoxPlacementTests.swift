import Annotations
import Findings
import Foundation
import Metrics
import Testing

@Suite("How annotators place boxes against each other")
struct BoxPlacementTests {
  /// B's box is A's with the bottom edge 5 px lower, in each of eight images: 20 × 20 against 20 × 25.
  private func records() async -> [MetricRecord] {
    let images = (0..<8).map { "\($0).jpg" }
    var (a, b) = (
      Scene(images: images, categories: ["cat"]), Scene(images: images, categories: ["cat"])
    )
    for image in images {
      a.add("cat", 10, 10, 20, 20, in: image)
      b.add("cat", 10, 10, 20, 25, in: image)
    }
    return await compare(a.dataset(), b.dataset()).records(
      bootstrap: ImageBootstrap(replicates: 50)
    )
  }

  private func value(_ id: String, _ side: String, _ records: [MetricRecord]) -> Double? {
    records.first { $0.id == id && $0.slice == SliceLabel([.annotator: side]) }?.value
  }

  @Test("has a bias of half the log ratio of the areas, with opposite signs on the two sides")
  func bias() async throws {
    let records = await records()
    // ½·ln(500 / 400)
    let bias = try #require(value("tightness-bias", "b", records))
    #expect(abs(bias - log(1.25) / 2) < 1e-15)
    #expect(value("tightness-bias", "a", records) == -bias)
    #expect(value("tightness-spread", "b", records) == 0)
  }

  @Test("names the edge, in pixels and as a share of the other's side")
  func edges() async {
    let records = await records()
    #expect(value("edge-offset-bottom-px", "b", records) == 5)
    #expect(value("edge-offset-bottom", "b", records) == 5.0 / 20)
    #expect(abs((value("edge-offset-bottom", "a", records) ?? 9) + 5.0 / 25) < 1e-15)
    for edge in ["left", "top", "right"] {
      #expect(value("edge-offset-\(edge)", "b", records) == 0)
    }
    // The centre lies 2.5 px lower; √400 = 20.
    #expect(value("centre-shift", "b", records) == 2.5 / 20)
  }
}
