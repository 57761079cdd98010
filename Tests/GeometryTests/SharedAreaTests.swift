import Testing

@testable import Geometry

@Suite("The area that two rings share")
struct SharedAreaTests {
  private static let square: [Double] = [10, 10, 30, 10, 30, 30, 10, 30]

  /// By hand: a box cut out of a box; a triangle of 20 × 20 / 2 in a square around it; two diamonds of diagonals 20, a
  /// quarter of one in each other: (10 · √2 / 2)² = 50.
  @Test(
    "is that of boxes exactly, of other outlines nearly",
    arguments: [
      (square, square, 400.0, 0.0),
      (square, [25, 25, 45, 25, 45, 45, 25, 45], 25, 1e-9),
      (square, [30, 10, 50, 10, 50, 30, 30, 30], 0, 0),
      (square, [10, 10, 30, 10, 10, 30], 200, 1e-9),
      ([0, 10, 10, 0, 20, 10, 10, 20], [10, 10, 20, 0, 30, 10, 20, 20], 50, 1),
    ] as [([Double], [Double], Double, Double)]
  )
  func simple(first: [Double], second: [Double], expected: Double, tolerance: Double) {
    let area = Polygon.sharedArea(first[...], second[...])
    #expect(abs(area - expected) <= tolerance)
    #expect(Polygon.sharedArea(second[...], first[...]) == area)
  }

  @Test("of a ring with a bay leaves the bay out: 20 × 20 less 10 × 10")
  func bay() {
    let bayed: [Double] = [10, 10, 30, 10, 30, 30, 25, 30, 25, 20, 15, 20, 15, 30, 10, 30]
    #expect(abs(Polygon.sharedArea(Self.square[...], bayed[...]) - 300) < 10)
  }

  @Test("is 0 where there is no ring, no width, or no number that could be measured")
  func degenerate() {
    for ring in [[], [1, 2], [20, 0, 20, 40, 20, 10], [-1e308, 0, 1e308, 0, 1e308, 5]] as [[Double]]
    {
      let area = Polygon.sharedArea(ring[...], Self.square[...])
      #expect(area.isFinite && area >= 0)
      #expect(ring.count > 6 || area == 0)
    }
  }

  @Test(
    "reaches what is asked for just where the whole area does, and is the whole one where it does not"
  )
  func enough() {
    var meter = SharedAreaMeter()
    for step in 0..<40 {
      let first = Self.ellipse(x: 100, y: 100, a: 20 + Double(step), b: 35)
      let second = Self.ellipse(x: 95 + 2 * Double(step), y: 110, a: 30, b: 15 + Double(step) / 2)
      let (bounds, others) = (Polygon.bounds(first[...]), Polygon.bounds(second[...]))
      // Room that other rings have used before changes no bit.
      let whole = meter.sharedArea(first[...], bounds, second[...], others)
      #expect(whole == Polygon.sharedArea(first[...], second[...]))
      for enough in [0, whole * 0.3, whole.nextDown, whole, whole.nextUp, whole + 9] {
        let area = meter.sharedArea(first[...], bounds, second[...], others, upTo: enough)
        #expect((area >= enough) == (whole >= enough))
        #expect(area >= enough || area == whole)
      }
      #expect(meter.sharedArea(first[...], bounds, second[...], others, addedTo: 5) == 5 + whole)
    }
  }

  /// Twenty bars of 30 × 1 px, joined at the left by as thin a spine: each line meets all of them.
  @Test("of a comb, which every line crosses forty times, is that of its teeth")
  func comb() {
    var comb: [Double] = []
    for tooth in 0..<20 {
      let y = Double(2 * tooth)
      comb += [0, y, 30, y, 30, y + 1, 0, y + 1]
    }
    comb += [-1, 39, -1, 0]
    let frame: [Double] = [0, -10, 30, -10, 30, 50, 0, 50]
    #expect(abs(Polygon.sharedArea(comb[...], frame[...]) - 20 * 30) < 1e-9)
    #expect(abs(Polygon.sharedArea(frame[...], comb[...]) - 20 * 30) < 1e-9)
  }

  @Test("of rings side by side, or one below the other, is 0")
  func apart() {
    let below = Self.square.enumerated().map { $0.offset % 2 == 0 ? $0.element : $0.element + 20 }
    let beside = Self.square.map { $0 + 20 }
    #expect(Polygon.sharedArea(Self.square[...], below[...]) == 0)
    #expect(Polygon.sharedArea(Self.square[...], beside[...]) == 0)
  }

  /// Against the pixels of `rasterised`, which are those of pycocotools (its vectors are tests).
  @Test("agrees with the pixels of rasterised outlines to 3 % of the smaller one")
  func pixels() throws {
    for step in 0..<40 {
      let first = Self.ellipse(x: 100, y: 100, a: 20 + Double(step), b: 35)
      let second = Self.ellipse(x: 95 + Double(step), y: 110, a: 30, b: 15 + Double(step) / 2)
      let masks = try [first, second].map {
        try #require(RunLengthMask.rasterised([$0[...]], height: 240, width: 260))
      }
      let pixels = Double(masks[0].intersectionArea(with: masks[1]))
      let smaller = Double(min(masks[0].area, masks[1].area))
      #expect(abs(Polygon.sharedArea(first[...], second[...]) - pixels) <= 0.03 * smaller)
    }
  }

  /// 24 corners of an ellipse, without trigonometry: rational points of the circle.
  private static func ellipse(x: Double, y: Double, a: Double, b: Double) -> [Double] {
    let quarter = (0..<6).map { step in
      let t = Double(step) / 6
      return ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    }
    let turns: [(Double, Double)] =
      quarter + quarter.map { (-$0.1, $0.0) } + quarter.map { (-$0.0, -$0.1) }
      + quarter.map { ($0.1, -$0.0) }
    return turns.flatMap { [x + a * $0.0, y + b * $0.1] }
  }
}
