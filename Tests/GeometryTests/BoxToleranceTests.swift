import Geometry
import Testing

@Suite("Tolerances of a box")
struct BoxToleranceTests {
  @Test(
    "leave the IoU that a loose box has",
    arguments: [
      // 600·400 / (630·430) = 240,000 / 270,900.
      (600.0, 400.0, 15.0, 0.886),
      // 30·60 / (50·80) = 1,800 / 4,000, and 1,800 / (60·90).
      (30, 60, 10, 0.45), (30, 60, 15, 1.0 / 3),
      // 15 % of each side on each side: 1 / 1.3² = 1 / 1.69.
      (100, 100, 15, 0.592),
    ] as [(Double, Double, Double, Double)]
  )
  func outward(width: Double, height: Double, pixels: Double, iou: Double) throws {
    let box = try #require(BoxTolerance(width: width, height: height))
    #expect(abs(box.iou(.outward, by: pixels) - iou) < 0.0005)
  }

  @Test("leave less where the box cuts the object or lies beside it")
  func others() throws {
    let box = try #require(BoxTolerance(width: 30, height: 60))
    // 10·40 / 1,800.
    #expect(abs(box.iou(.inward, by: 10) - 400.0 / 1800) < 1e-12)
    // 20·50 in common: 1,000 / 2,600.
    #expect(abs(box.iou(.shifted, by: 10) - 1000.0 / 2600) < 1e-12)
    #expect(box.iou(.inward, by: 15) == 0)
    #expect(box.iou(.shifted, by: 30) == 0)
    for deviation in BoxTolerance.Deviation.allCases {
      #expect(box.iou(deviation, by: 0) == 1)
      #expect(box.pixels(deviation, leaving: 1) == 0)
    }
  }

  @Test("and IoU go into each other", arguments: BoxTolerance.Deviation.allCases)
  func roundTrip(deviation: BoxTolerance.Deviation) throws {
    for (width, height) in [(600.0, 400.0), (30, 60), (1, 1), (3, 4000), (0.5, 0.25)] {
      let box = try #require(BoxTolerance(width: width, height: height))
      for iou in [0.001, 0.3, 0.5, 0.65, 0.75, 0.9, 0.999, 0.999_999_999] {
        let pixels = box.pixels(deviation, leaving: iou)
        #expect(pixels > 0)
        #expect(abs(box.iou(deviation, by: pixels) - iou) < 1e-9 * iou, "\(width) \(iou)")
      }
    }
  }

  @Test("need two sides above 0 and an area that is a number")
  func noBox() {
    for (width, height) in [
      (0.0, 10.0), (10, 0), (-3, 4), (.nan, 1), (.infinity, 1), (1e200, 1e200), (1e-200, 1e-200),
    ] {
      #expect(BoxTolerance(width: width, height: height) == nil)
    }
  }
}
