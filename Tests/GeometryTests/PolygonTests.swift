import Geometry
import Testing

@Suite("Polygons")
struct PolygonTests {
  @Test("have the area of the shoelace formula, whichever way round they go")
  func area() {
    #expect(Polygon.area([0, 0, 4, 0, 4, 3][...]) == 6)
    #expect(Polygon.area([0, 0, 4, 3, 4, 0][...]) == 6)
    // Far from the origin the small area is still exact.
    #expect(Polygon.area([1e6, 1e6, 1e6 + 1, 1e6, 1e6 + 1, 1e6 + 1, 1e6, 1e6 + 1][...]) == 1)
  }

  @Test("with fewer than three points have none")
  func degenerate() {
    #expect(Polygon.area([][...]) == 0)
    #expect(Polygon.area([1, 2, 3, 4][...]) == 0)
    #expect(Polygon.bounds([][...]) == nil)
  }

  @Test("are held by their bounds")
  func bounds() {
    #expect(Polygon.bounds([3, 9, -1, 4, 2, 2][...]) == Box(x: -1, y: 2, width: 4, height: 7))
  }
}
