import Geometry
import Testing

@Suite struct BoxIndexTests {
  /// Boxes on a raster that repeat positions and sizes, by a linear congruence.
  private static func boxes(_ count: Int) -> [Box] {
    var state: UInt32 = 7
    func next(_ bound: UInt32) -> Double {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Double((state >> 16) % bound)
    }
    return (0..<count).map { _ in
      Box(x: next(40), y: next(40), width: 1 + next(20), height: 1 + next(20))
    }
  }

  @Test("finds the same first box as a look at all of them", arguments: [1, 8, 9, 400])
  func sameAsAll(count: Int) {
    let boxes = Self.boxes(count)
    let index = BoxIndex(boxes)
    for (position, box) in boxes.enumerated() {
      let around = index.first(in: EdgeRange(containing: box), before: count) { other, _ in
        other != position
      }
      let expected = boxes.indices.first {
        $0 != position && boxes[$0].x <= box.x && boxes[$0].y <= box.y
          && boxes[$0].right >= box.right && boxes[$0].bottom >= box.bottom
      }
      #expect(around == expected)
      let near = index.first(in: EdgeRange(near: box, iou: 0.6), before: position) { _, other in
        box.iou(with: other) >= 0.6
      }
      #expect(near == (0..<position).first { box.iou(with: boxes[$0]) >= 0.6 })
      let touching = index.first(in: EdgeRange(touching: box), before: position) { _, other in
        box.intersection(with: other) > 0
      }
      #expect(touching == (0..<position).first { box.intersection(with: boxes[$0]) > 0 })
    }
  }

  @Test("a few boxes are looked through, those of a part of an array at their own positions")
  func few() {
    let boxes = Self.boxes(20)
    let all = EdgeRange(touching: Box(x: -1, y: -1, width: 99, height: 99))
    #expect(all.first(of: boxes[5..<9], before: 20) { _, _ in true } == 5)
    #expect(all.first(of: boxes[5..<9], before: 8) { position, _ in position > 6 } == 7)
    #expect(all.first(of: boxes[5..<9], before: 7) { position, _ in position > 6 } == nil)
    #expect(all.first(of: boxes[5..<9], before: 2) { _, _ in true } == nil)
    let none = EdgeRange(containing: Box(x: -1, y: 0, width: 1, height: 1))
    #expect(none.first(of: boxes[...], before: 20) { _, _ in true } == nil)
  }

  @Test("has nothing to find among no boxes")
  func empty() {
    let box = Box(x: 0, y: 0, width: 1, height: 1)
    let found = BoxIndex([]).first(in: EdgeRange(touching: box), before: 5) { _, _ in true }
    #expect(found == nil)
  }

  @Test("looks at few of many boxes that lie nearly on one another")
  func cluster() {
    // Each has its left edge 0.001 px before the one drawn earlier.
    let boxes = (0..<5000).map { Box(x: 10 - Double($0) / 1000, y: 0, width: 500, height: 500) }
    let index = BoxIndex(boxes)
    var looks = 0
    for (position, box) in boxes.enumerated() {
      let first = index.first(in: EdgeRange(near: box, iou: 0.9), before: position) { _, other in
        looks += 1
        return box.iou(with: other) >= 0.9
      }
      #expect(first == (position == 0 ? nil : 0))
    }
    // The first leaf of eight, at most, for each.
    #expect(looks <= 8 * boxes.count)
  }

  @Test("two edges of a figure of eight cross, those of a comb and of touching corners do not")
  func crossing() {
    #expect(Polygon.crossing([0, 0, 4, 4, 4, 0, 0, 4])?.0 == 0)
    #expect(Polygon.crossing([0, 0, 4, 4, 4, 0, 0, 4])?.1 == 2)
    #expect(Polygon.crossing([0, 0, 2, 2, 4, 0, 4, 4, 2, 2, 0, 4]) == nil)
    let teeth: [Double] = (0..<500).flatMap { (tooth: Int) -> [Double] in
      [Double(tooth), tooth % 2 == 0 ? 1.0 : 9.0]
    }
    #expect(Polygon.crossing(ArraySlice(teeth + [499.0, 0.0, 0.0, 0.0])) == nil)
  }
}
