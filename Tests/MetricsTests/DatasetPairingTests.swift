import Annotations
import Metrics
import Testing

@Suite("Pairing two data sets")
struct DatasetPairingTests {
  @Test("pairs images by name, then by stem, and counts the rest")
  func names() {
    let a = Scene(images: ["x/1.jpg", "2.png", "3.jpg", "only-a.jpg"]).dataset()
    let b = Scene(images: ["3.jpg", "1.png", "2.jpeg", "4.jpg"]).dataset()
    let pairing = DatasetPairing(a, b)
    #expect(
      pairing.images.map { [$0.a, $0.b] } == [[0, 1], [1, 2], [2, 0]].sorted { $0[0] < $1[0] }
    )
    #expect(pairing.unpaired.images == Sides(a: 1, b: 1))
  }

  @Test("does not guess which of two images with the same stem is meant")
  func ambiguousStem() {
    let a = Scene(images: ["left/1.jpg", "right/1.jpg"]).dataset()
    let b = Scene(images: ["1.png"]).dataset()
    let pairing = DatasetPairing(a, b)
    #expect(pairing.images.isEmpty)
    #expect(pairing.unpaired.images == Sides(a: 2, b: 1))
  }

  @Test("pairs nothing by a name that stands twice on a side, and the others in the order of names")
  func repeatedNames() {
    let a = Scene(images: ["c.jpg", "a.jpg", "b.jpg", "a.jpg"]).dataset()
    let b = Scene(images: ["a.jpg", "b.jpg", "c.jpg"]).dataset()
    #expect(DatasetPairing(a, b).images.map { [$0.a, $0.b] } == [[2, 1], [0, 2]])
    #expect(DatasetPairing(b, a).images.map { [$0.b, $0.a] } == [[2, 1], [0, 2]])
  }

  @Test("takes Windows paths apart")
  func backslashes() {
    let a = Scene(images: [#"C:\data\0042.jpg"#]).dataset()
    let b = Scene(images: ["0042.jpg"]).dataset()
    #expect(DatasetPairing(a, b).images.count == 1)
  }

  @Test("joins categories by name, whatever their order, and counts those of one side")
  func categories() {
    let a = Scene(categories: ["dog", "cat"]).dataset()
    let b = Scene(categories: ["cat", "dog", "bird"]).dataset()
    let pairing = DatasetPairing(a, b)
    #expect(pairing.categories == ["bird", "cat", "dog"])
    #expect(pairing.categoryCodes.a == [2, 1])
    #expect(pairing.categoryCodes.b == [1, 2, 0])
    #expect(pairing.unpaired.categories == Sides(a: 0, b: 1))
  }
}
