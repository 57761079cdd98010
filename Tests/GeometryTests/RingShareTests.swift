import Testing

@testable import Geometry

@Suite("The share of a ring in a mask, without a mask of the ring")
struct RingShareTests {
  /// The left half of an image of 200 × 160 px: 100 columns.
  private static let half = RunLengthMask(height: 160, width: 200, canonical: [0, 16000, 16000])

  /// 30 points around (x, y), near and far in turn, by a linear congruence (Numerical Recipes); the directions are
  /// rational points of the circle.
  private static func star(x: Double, y: Double, radius: Double, seed: UInt32) -> [Double] {
    var state = seed
    let turns = (0..<30).map { step -> (Double, Double) in
      let (quarter, place) = (Double(step) / 7.5, Double(step) / 7.5 - Double(step * 2 / 15))
      let (cosine, sine) = (
        (1 - place * place) / (1 + place * place), 2 * place / (1 + place * place)
      )
      switch Int(quarter) {
      case 0: return (cosine, sine)
      case 1: return (-sine, cosine)
      case 2: return (-cosine, -sine)
      default: return (sine, -cosine)
      }
    }
    return turns.flatMap { turn in
      state = state &* 1_664_525 &+ 1_013_904_223
      let length = radius * (0.6 + 0.4 * Double(state >> 16) / 65536)
      return [x + length * turn.0, y + length * turn.1]
    }
  }

  @Test("holds the share that its pixels have, wherever the ring lies")
  func holds() throws {
    var told = 0
    for seed in 0..<400 {
      let radius = 8 + Double(seed % 50)
      let (x, y) = (60 + Double(seed % 81), 60 + Double(seed % 37) / 3)
      let ring = Self.star(x: x, y: y, radius: radius, seed: UInt32(seed))
      let own = try #require(RunLengthMask.rasterised([ring[...]], height: 160, width: 200))
      let shape = OutlineShape(ring: ring[...])
      guard let limits = Self.half.shareCovered(ofRing: ring[...], shape) else { continue }
      told += 1
      let share = Double(own.intersectionArea(with: Self.half)) / Double(own.area)
      #expect(limits.contains(share), "seed \(seed)")
    }
    #expect(told > 200)
  }

  /// A square of 60 × 60 px in the left half is all in it: 62² pixels around at most, none of them outside.
  @Test("is 1 inside the mask and 0 outside of it")
  func plain() throws {
    let inside: [Double] = [20, 20, 80, 20, 80, 80, 20, 80]
    let outside = inside.enumerated().map { $0.element + ($0.offset % 2 == 0 ? 90 : 0) }
    let limits = [inside, outside].map {
      Self.half.shareCovered(ofRing: $0[...], OutlineShape(ring: $0[...]))
    }
    #expect(try #require(limits[0]).lowerBound == 1)
    #expect(try #require(limits[1]).upperBound == 0)
  }

  @Test(
    "is not told of a ring that crosses itself, leaves the image, or is small",
    arguments: [
      [20, 20, 80, 80, 80, 20, 20, 80], [-1, 20, 80, 20, 80, 80, 20, 80],
      [20, 20, 201, 20, 201, 80, 20, 80], [20, 20, 24, 20, 24, 24, 20, 24], [20, 20, 80, 80], [],
    ] as [[Double]]
  )
  func unknown(ring: [Double]) {
    #expect(Self.half.shareCovered(ofRing: ring[...], OutlineShape(ring: ring[...])) == nil)
  }

  /// Columns 99 and 100, rows 150 to 159: of column 99 all are in the mask, of column 100 none.
  @Test("goes by the pixels of some columns and rows")
  func area() {
    #expect(Self.half.area(columns: 99..<101, rows: 150..<160) == 10)
    #expect(Self.half.area(columns: 0..<200, rows: 0..<160) == 16000)
    #expect(Self.half.area(columns: 0..<100, rows: 5..<5) == 0)
    #expect(Self.half.area(columns: 120..<200, rows: 0..<160) == 0)
  }
}
