import Annotations
import Geometry
import Testing

@testable import Metrics

@Suite("An image in which too many objects lie on each other")
struct OvercrowdedImageTests {
  /// Ten boxes of 10 × 10 px in 'b.jpg', each moved by `step` px; and one box in 'a.jpg'.
  private func dataset(step: Double) -> Dataset {
    var scene = Scene(images: ["a.jpg", "b.jpg"])
    scene.add("cat", 0, 0, 10, 10, in: "a.jpg")
    for number in 0..<10 { scene.add("cat", Double(number) * step, 0, 10, 10, in: "b.jpg") }
    return scene.dataset()
  }

  /// Copies make 10 · 10 pairs; boxes that stand apart make 10 with themselves.
  @Test(
    "is found from its limit on",
    arguments: [(0.0, 99, true), (0, 100, false), (20, 10, false), (20, 9, true)]
  )
  func limit(step: Double, limit: Int, isFound: Bool) {
    let image = OvercrowdedImage.first(
      among: [dataset(step: step), dataset(step: step)],
      options: MatchingOptions(),
      limit: limit
    )
    #expect((image != nil) == isFound)
    guard let image else { return }
    #expect(image.name == "b.jpg")
    #expect(image.annotators == Sides(a: 0, b: 1))
    #expect(image.objects == Sides(a: 10, b: 10))
  }

  @Test("names the two of several who have it")
  func panel() {
    let empty = Scene(images: ["b.jpg"]).dataset()
    let image = OvercrowdedImage.first(
      among: [dataset(step: 0), empty, dataset(step: 0)],
      options: MatchingOptions(),
      limit: 50
    )
    #expect(image?.annotators == Sides(a: 0, b: 2))
  }

  @Test("is every pair of its objects where τ is 0")
  func noThreshold() {
    var options = MatchingOptions()
    options.minimumIoU = 0
    let apart = [dataset(step: 20), dataset(step: 20)]
    #expect(OvercrowdedImage.first(among: apart, options: options, limit: 99) != nil)
    #expect(OvercrowdedImage.first(among: apart, options: options, limit: 100) == nil)
  }
}
