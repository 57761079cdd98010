import Findings
import Metrics
import Testing

@Suite("Compared images")
struct ComparedImagesTests {
  /// Image i has i mod 4 objects of A and the first of them of B too: more images than one task matches.
  private func comparison() async -> Comparison {
    let images = (0..<600).map { String(1000 + $0) + ".jpg" }
    var (a, b) = (Scene(images: images), Scene(images: images))
    for (index, image) in images.enumerated() {
      for object in 0..<index % 4 {
        a.add("cat", Double(object) * 50, 0, 40, 40, in: image)
        if object == 0 { b.add("cat", 0, 0, 40, 40, in: image) }
      }
    }
    return await compare(a.dataset(), b.dataset())
  }

  @Test("stand in the order of the pairing, each with its own objects")
  func order() async {
    let images = await comparison().images
    #expect(images.map(\.index) == Array(0..<600))
    for image in images {
      let drawn = image.index % 4
      #expect(image.pairs.count == min(1, drawn) && image.unmatched.a.count == max(0, drawn - 1))
      #expect(image.pairs.allSatisfy { $0.image == image.index })
      #expect(image.unmatched.a.allSatisfy { $0.image == image.index })
      #expect(image.unionCount == drawn)
    }
    #expect(images.pairs.count == 450)
    #expect(images.unmatched.a.count == 450 && images.unmatched.b.isEmpty)
  }

  @Test("are the same when some of them are taken out")
  func some() async {
    let images = await comparison().images
    let chosen = images.images(at: [3, 255, 256, 599])
    #expect(chosen.map { $0 } == [3, 255, 256, 599].map { images[$0] })
    #expect(images.images(at: images.indices).map { $0 } == images.map { $0 })
  }

  @Test("are cut by a property of the image with all their objects")
  func imageParts() async {
    let comparison = await comparison()
    let parts = Complexity(comparison.pairing).parts(of: comparison.images)
    // 0 objects, then 1–3; no image has more.
    #expect(parts.map(\.count) == [150, 450, 0, 0, 0])
    #expect(parts[1].map { $0 } == comparison.images.filter { $0.index % 4 > 0 })
  }

  @Test("are cut by a property of the object, in as many images as have any of it")
  func objectParts() async {
    let (small, large) = (20.0, 100.0)
    var (a, b) = (Scene(images: ["1.jpg", "2.jpg"]), Scene(images: ["1.jpg", "2.jpg"]))
    for side in [large, small] { a.add("cat", side * 5, 0, side, side, in: "1.jpg") }
    a.add("cat", 0, 0, large, large, in: "2.jpg")
    b.add("cat", 0, 0, large, large, in: "2.jpg")
    let comparison = await compare(a.dataset(), b.dataset())
    let parts = ObjectSize(comparison.pairing).parts(of: comparison.images)
    #expect(parts.map { $0.map(\.index) } == [[0], [], [0, 1]])
    #expect(parts[0].unmatched.a.map(\.row) == [1] && parts[0].pairs.isEmpty)
    #expect(parts[2].unmatched.a.map(\.row) == [0] && parts[2].pairs.map(\.a) == [2])
    // What is known of no object cuts nothing.
    #expect(Visibility(comparison.pairing).values.isEmpty)
  }
}
