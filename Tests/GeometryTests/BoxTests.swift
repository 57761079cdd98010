import Geometry
import TestSupport
import Testing

@Suite("Boxes")
struct BoxTests {
  @Test("overlap by intersection over union, the same both ways")
  func iou() {
    let a = Box(x: 0, y: 0, width: 10, height: 10)
    let b = Box(x: 5, y: 5, width: 10, height: 10)
    // 25 shared of 100 + 100 − 25.
    #expect(a.iou(with: b) == 25.0 / 175)
    #expect(a.iou(with: b) == b.iou(with: a))
  }

  @Test("that only touch, or have no extent, overlap by 0")
  func touching() {
    let a = Box(x: 0, y: 0, width: 10, height: 10)
    #expect(a.iou(with: Box(x: 10, y: 0, width: 5, height: 5)) == 0)
    #expect(a.iou(with: Box(x: 2, y: 2, width: 0, height: 5)) == 0)
    let point = Box(x: 3, y: 3, width: 0, height: 0)
    #expect(point.iou(with: point) == 0)
  }

  @Test("gain one pixel a side where pixels are counted inclusively")
  func inclusive() {
    // Pixels 0…1 and 1…2: 1 × 2 shared of 4 + 4 − 2.
    let a = Box(left: 0, top: 0, right: 1, bottom: 1)
    let b = Box(left: 1, top: 0, right: 2, bottom: 1)
    #expect(a.iou(with: b, convention: .pixelInclusive) == 2.0 / 6)
    #expect(a.iou(with: b) == 0)
  }

  @Test("with a margin of 15 % on each side have 1.69 times the area and an IoU of .592")
  func margin() {
    let box = Box(x: 0, y: 0, width: 100, height: 100)
    let margin = Box(x: -15, y: -15, width: 130, height: 130)
    #expect(abs(margin.area / box.area - 1.69) < 1e-12)
    #expect(abs(box.iou(with: margin) - 0.592) < 0.0005)
  }

  @Test(
    "have pycocotools' IoU and crowd coverage (file 30)",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func vectors() throws {
    let cases = try ReferenceVectors.cases(of: "30_bbox_iou")
    for one in cases {
      let dt = (one.inputs["dt"] as? [[Double]] ?? []).map(Self.box)
      let gt = (one.inputs["gt"] as? [[Double]] ?? []).map(Self.box)
      let crowds = one.inputs["iscrowd"] as? [Int] ?? []
      let wanted = one.expected["iou"] as? [[Any]] ?? []
      for (i, candidate) in dt.enumerated() where i < wanted.count {
        for (j, reference) in gt.enumerated() {
          let found =
            crowds[j] == 1
            ? candidate.coverage(by: reference) : candidate.iou(with: reference)
          #expect(one.agrees(found, with: wanted[i][j], "iou"), "\(one.name) \(i) \(j)")
        }
      }
    }
  }

  private static func box(_ numbers: [Double]) -> Box {
    Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}
