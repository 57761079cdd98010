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

  @Test("of an annotator who changes in the middle drifts, and differs between windows of 200")
  func drift() async throws {
    let images = (0..<201).map { "\(1000 + $0).jpg" }
    var (a, b) = (
      Scene(images: images, categories: ["cat"]), Scene(images: images, categories: ["cat"])
    )
    for (position, image) in images.enumerated() {
      for (index, x) in [10.0, 50].enumerated() {
        a.add("cat", x, 10, 20, 20, in: image)
        b.add("cat", x, 10, 20, position * 2 + index < 200 ? 20 : 25, in: image)
      }
    }
    let records = await compare(a.dataset(), b.dataset()).records(
      bootstrap: ImageBootstrap(replicates: 0)
    )
    // 202 of 402 objects have ½·ln 1.25: D = √n/2 · √(n₁n₂)/n · 2 · √((n − 1)/n) = 10.01 · …, by hand
    // max |S| = 200 · mean = 200 · 202/402 · t; SD² = n₁n₂/(n(n − 1)) · t².
    let (n, early, late) = (402.0, 200.0, 202.0)
    let expected = early * late / n / (early * late / (n * (n - 1))).squareRoot() / n.squareRoot()
    let drift = try #require(value("tightness-drift", "b", records))
    #expect(abs(drift - expected) < 1e-9 && drift > 1.358)
    let windows = records.filter { $0.id == "tightness-bias-window" && $0.slice[.annotator] == "b" }
    #expect(windows.map { $0.slice[.window] } == ["1–200", "201–400", "401–402"])
    #expect(windows.map(\.n) == [200, 200, 2])
    #expect(windows[0].value == 0 && abs((windows[1].value ?? 9) - log(1.25) / 2) < 1e-15)
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
