import Testing

@testable import Geometry

@Suite("The shape of an outline")
struct OutlineShapeTests {
  @Test("of a ring that goes once around its centre: bounds, and nothing to look at")
  func plain() {
    let shape = OutlineShape(ring: [10, 10, 30, 10, 30, 40, 10, 40])
    #expect(shape.bounds == Box(x: 10, y: 10, width: 20, height: 30))
    #expect(!shape.isIncomplete && !shape.repeatsPoint && !shape.hasLine && !shape.mayCross)
  }

  @Test("tells a point that repeats the one before it, and not one that closes the ring")
  func repeated() {
    #expect(OutlineShape(ring: [0, 0, 9, 0, 9, 0, 9, 9]).repeatsPoint)
    #expect(Polygon.repeatedPoints([0, 0, 9, 0, 9, 0, 9, 0, 9, 9]) == 2)
    #expect(!OutlineShape(ring: [0, 0, 9, 0, 9, 9, 0, 0]).repeatsPoint)
  }

  @Test("tells points on a line, first ones that are equal included")
  func line() {
    #expect(OutlineShape(ring: [1, 1, 1, 1, 2, 3, 3, 5]).hasLine)
    #expect(!OutlineShape(ring: [1, 1, 2, 3, 3, 5, 3, 6]).hasLine)
  }

  @Test("tells a ring of too few or unpaired numbers")
  func incomplete() {
    #expect(OutlineShape(ring: []).isIncomplete)
    #expect(OutlineShape(ring: []).bounds == nil)
    #expect(OutlineShape(ring: [1, 2, 3, 4]).isIncomplete)
    #expect(OutlineShape(ring: [1, 2, 3, 4, 5, 9, 7]).isIncomplete)
  }

  @Test("may cross where edges do, or where the ring turns both ways")
  func crossing() {
    #expect(OutlineShape(ring: [0, 0, 4, 4, 4, 0, 0, 4]).mayCross)
    // A star with five points, drawn in one stroke, goes round twice.
    #expect(OutlineShape(ring: [5, 0, 8, 9, 0, 3, 10, 3, 2, 9]).mayCross)
  }

  /// Steps of a linear congruential generator (Knuth's MMIX), so that the rings are always the same.
  @Test("is what each measure gives by itself, to the bit", arguments: 0..<60)
  func measures(seed: Int) {
    var state = UInt64(seed)
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 54) / 4
    }
    let ring = (0..<seed % 23).map { _ in next() }
    let shape = OutlineShape(ring: ring[...])
    #expect(shape.bounds == Polygon.bounds(ring[...]))
    #expect(shape.area == Polygon.area(ring[...]))
    #expect(shape.repeatsPoint == (Polygon.repeatedPoints(ring[...]) > 0))
    #expect(shape.hasLine == Polygon.isOnALine(ring[...]))
    #expect(shape.mayCross == !Polygon.goesOnceRound(ring[...]))
  }

  @Test("of several rings is what any of them has, within the box around all")
  func union() {
    var shape = OutlineShape()
    shape.formUnion(OutlineShape(ring: []))
    #expect(shape.bounds == nil && shape.isIncomplete)
    shape.formUnion(OutlineShape(ring: [0, 0, 4, 0, 4, 3]))
    shape.formUnion(OutlineShape(ring: [9, 9, 9, 9, 20, 20]))
    #expect(shape.bounds == Box(x: 0, y: 0, width: 20, height: 20))
    #expect(shape.repeatsPoint && shape.hasLine && shape.mayCross)
  }
}
