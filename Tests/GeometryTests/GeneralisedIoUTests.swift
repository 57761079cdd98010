import Geometry
import Testing

@Suite("Generalised IoU")
struct GeneralisedIoUTests {
  @Test("is IoU less the share of the enclosing box that is empty")
  func value() {
    let a = Box(x: 0, y: 0, width: 10, height: 10)
    let b = Box(x: 5, y: 5, width: 10, height: 10)
    // IoU 25/175; the enclosing box has 225 px², 175 covered.
    #expect(abs(a.generalisedIoU(with: b) - (25.0 / 175 - 50.0 / 225)) < 1e-15)
    #expect(a.generalisedIoU(with: b) == b.generalisedIoU(with: a))
  }

  @Test("tells how far apart boxes lie that do not touch")
  func apart() {
    let a = Box(x: 0, y: 0, width: 10, height: 10)
    // Enclosing 30 × 10, covered 200: −100/300.
    #expect(abs(a.generalisedIoU(with: Box(x: 20, y: 0, width: 10, height: 10)) + 1.0 / 3) < 1e-15)
    #expect(a.generalisedIoU(with: a) == 1)
  }
}
