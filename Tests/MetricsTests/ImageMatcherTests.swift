import Annotations
import Geometry
import Metrics
import Statistics
import Testing

@Suite("Matching two annotators")
struct ImageMatcherTests {
  @Test("pairs each of 150 identical objects with its copy, ids from 0")
  func identical() async {
    var scene = Scene()
    for index in 0..<150 {
      scene.add(
        index % 2 == 0 ? "cat" : "dog",
        Double(index % 15) * 20,
        Double(index / 15) * 20,
        30,
        30
      )
    }
    let image = await compare(scene.dataset(), scene.dataset()).images[0]
    #expect(image.pairs.count == 150)
    #expect(image.pairs.allSatisfy { $0.iou == 1 && $0.a == $0.b && $0.agrees })
    #expect(image.unmatched.a.isEmpty && image.unmatched.b.isEmpty)
  }

  @Test("matches the identical boxes and leaves the disjoint ones")
  func identicalAndDisjoint() async {
    var (a, b) = (Scene(), Scene())
    a.add("cat", 0, 0, 10, 10)
    a.add("cat", 50, 0, 10, 10)
    a.add("cat", 100, 0, 10, 10)
    b.add("cat", 0, 0, 10, 10)
    b.add("cat", 50, 0, 10, 10)
    b.add("cat", 200, 0, 10, 10)
    let image = await compare(a.dataset(), b.dataset()).images[0]
    #expect(image.pairs.count == 2)
    #expect(image.unmatched.a.count == 1)
    #expect(image.unmatched.b.count == 1)
  }

  @Test("matches one of three stacked copies, the one with the smallest id")
  func stackedCopies() async {
    var (a, b) = (Scene(), Scene())
    for _ in 0..<3 { a.add("cat", 0, 0, 10, 10) }
    b.add("cat", 0, 0, 10, 10)
    let image = await compare(a.dataset(), b.dataset()).images[0]
    #expect(image.pairs.map(\.a) == [0])
    #expect(image.unmatched.a.map(\.row) == [1, 2])
  }

  @Test("takes a pair whose IoU is τ, not one just below")
  func thresholdIsInclusive() async {
    var (a, b) = (Scene(), Scene())
    a.add("cat", 0, 0, 10, 10)
    b.add("cat", 0, 0, 10, 5)  // IoU 50 / 100
    #expect(await compare(a.dataset(), b.dataset()).images[0].pairs.count == 1)
    let stricter = MatchingOptions(minimumIoU: 0.5.nextUp)
    #expect(await compare(a.dataset(), b.dataset(), options: stricter).images[0].pairs.isEmpty)
  }

  @Test(
    "prefers the same category over a slightly larger overlap, and says what it would be without"
  )
  func classPreferred() async {
    var (a, b) = (Scene(), Scene())
    a.add("cat", 0, 0, 100, 100)
    b.add("dog", 0, 0, 100, 96)  // IoU .96
    b.add("cat", 0, 0, 100, 90)  // IoU .90, and .1 for the category
    let image = await compare(a.dataset(), b.dataset()).images[0]
    #expect(image.pairs.map(\.b) == [1])
    #expect(image.aside.agnosticMismatches == 1)
  }

  @Test("absorbs what lies in a crowd of the other side, of its category or of none")
  func crowds() async {
    var (a, b) = (Scene(), Scene())
    a.add("cat", 10, 10, 10, 10)
    a.add("dog", 30, 10, 10, 10)
    b.add("cat", 0, 0, 100, 100, flags: .crowd)
    let image = await compare(a.dataset(), b.dataset()).images[0]
    #expect(image.pairs.isEmpty)
    #expect(image.aside.absorbed == Sides(a: 1, b: 0))
    #expect(image.unmatched.a.map(\.row) == [1])
    #expect(image.aside.regions == Sides(a: 0, b: 1))
  }

  @Test(
    "counts an unmatched object of a category that was not annotated exhaustively as unknown too"
  )
  func notExhaustive() async {
    var a = Scene()
    a.add("cat", 10, 10, 10, 10)
    a.notExhaustive["1.jpg"] = ["cat"]
    let image = await compare(a.dataset(), Scene().dataset()).images[0]
    #expect(image.unmatched.a.map(\.isUnknown) == [true])
  }

  @Test("reaches the best total of all matchings of small crowded images", arguments: 0..<40)
  func optimal(seed: Int) async {
    let (a, b) = (crowdedScene(seed, objects: 6), crowdedScene(seed + 1000, objects: 5))
    let comparison = await compare(
      a.dataset(),
      b.dataset(),
      options: MatchingOptions(minimumIoU: 0.1)
    )
    let total = comparison.images[0].pairs.reduce(0) { $0 + $1.iou + ($1.agrees ? 0.1 : 0) }
    #expect(abs(total - bestTotal(a, b, minimumIoU: 0.1)) < 1e-12)
  }

  @Test("is mirrored by swapping the sides, and the same for shuffled records", arguments: 0..<20)
  func swapAndShuffle(seed: Int) async {
    let (a, b) = (crowdedScene(seed, objects: 9), crowdedScene(seed + 500, objects: 8))
    let options = MatchingOptions(minimumIoU: 0.1)
    let forth = await compare(a.dataset(), b.dataset(), options: options).images[0]
    let back = await compare(b.dataset(), a.dataset(), options: options).images[0]
    #expect(
      Set(forth.pairs.map { [$0.a, $0.b] }) == Set(back.pairs.map { [$0.b, $0.a] })
    )
    #expect(forth.aside.agnosticMismatches == back.aside.agnosticMismatches)

    var generator = SeededGenerator(seed: UInt64(seed))
    let order = a.objects.indices.shuffled(using: &generator)
    let shuffled = await compare(a.dataset(order: order), b.dataset(), options: options).images[0]
    #expect(
      Set(shuffled.pairs.map { [order[$0.a], $0.b] }) == Set(forth.pairs.map { [$0.a, $0.b] })
    )
    #expect(shuffled.pairs.map(\.iou) == forth.pairs.map(\.iou))
  }

  /// Overlapping boxes of two categories on a small field.
  private func crowdedScene(_ seed: Int, objects: Int) -> Scene {
    var generator = SeededGenerator(seed: UInt64(seed))
    var scene = Scene()
    for _ in 0..<objects {
      scene.add(
        Bool.random(using: &generator) ? "cat" : "dog",
        Double(Int.random(in: 0..<4, using: &generator)) * 5,
        Double(Int.random(in: 0..<4, using: &generator)) * 5,
        Double(Int.random(in: 3..<8, using: &generator)) * 5,
        Double(Int.random(in: 3..<8, using: &generator)) * 5
      )
    }
    return scene
  }

  /// The largest Σ (IoU + .1·[same category]) over all one-to-one matchings, by trying them all.
  private func bestTotal(_ a: Scene, _ b: Scene, minimumIoU: Double) -> Double {
    func best(_ row: Int, _ free: Set<Int>) -> Double {
      guard row < a.objects.count else { return 0 }
      var total = best(row + 1, free)
      for column in free {
        let iou = a.objects[row].box.iou(with: b.objects[column].box)
        guard iou >= minimumIoU else { continue }
        let bonus = a.objects[row].category == b.objects[column].category ? 0.1 : 0
        total = max(total, iou + bonus + best(row + 1, free.subtracting([column])))
      }
      return total
    }
    return best(0, Set(b.objects.indices))
  }
}
