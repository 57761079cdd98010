import Geometry
import Statistics
import Testing

@testable import Metrics

@Suite("Boxes that may overlap each other")
struct BoxCandidatesTests {
  private let conventions: [IoUConvention] = [.continuous, .pixelInclusive]

  private func edges(
    _ boxes: Sides<[Box]>,
    minimum: Double,
    _ convention: IoUConvention,
    _ candidates: BoxCandidates?
  ) -> [OverlapGraph.Edge] {
    let counts = boxes.map(\.count)
    let iou = { boxes.a[$0].iou(with: boxes.b[$1], convention: convention) }
    guard let candidates else {
      return OverlapGraph(counts: counts, minimum: minimum, similarity: iou).edges
    }
    return OverlapGraph(
      counts: counts,
      minimum: minimum,
      candidates: candidates,
      similarity: iou
    ).edges
  }

  /// Boxes of all sizes, some of them without extent, inverted, huge, far away or equal.
  private func boxes(_ random: inout SeededGenerator, count: Int) -> [Box] {
    (0..<count).map { number in
      func next(_ range: Double) -> Double { Double(random.next() >> 11) * 0x1p-53 * range }
      let box = Box(x: next(90) - 20, y: next(90) - 20, width: next(40), height: next(40))
      switch number % 16 {
      case 0: return Box(x: box.x.rounded(), y: box.y.rounded(), width: 0, height: 3)
      case 1: return Box(x: box.x, y: box.y, width: -box.width, height: box.height)
      case 2: return Box(x: 1e17 + box.x, y: 1e17, width: box.width, height: box.height)
      case 3: return Box(x: -1e308, y: -1e308, width: 1.7e308, height: 1.7e308)
      case 4: return Box(x: -500 * box.x, y: box.y, width: 1000 * box.width, height: 1000)
      case 5, 6: return Box(x: 10, y: 10, width: 0.5, height: 20)
      case 7: return Box(x: box.x / 1e3, y: box.y / 1e3, width: 1e-3, height: 1e-3)
      default: return box
      }
    }
  }

  @Test(
    "hold every pair that an IoU finds, in the same order",
    arguments: [1e-9, 0.05, 0.5, 0.9, 1]
  )
  func same(minimum: Double) {
    var random = SeededGenerator(seed: 7)
    let boxes = Sides(a: boxes(&random, count: 300), b: boxes(&random, count: 280))
    let candidates = BoxCandidates(boxes.a, boxes.b, minimum: minimum)
    for convention in conventions {
      let all = edges(boxes, minimum: minimum, convention, nil)
      #expect(edges(boxes, minimum: minimum, convention, candidates) == all)
      #expect(all.count > 300)
    }
  }

  @Test("are few where boxes lie apart along either axis")
  func few() {
    // 10,000 boxes of 8 × 8 px, in a row and in a column: each reaches over 1 or 2 neighbours at most.
    let row = (0..<10_000).map { Box(x: Double($0) * 10, y: 5, width: 8, height: 8) }
    let column = (0..<10_000).map { Box(x: 5, y: Double($0) * 10, width: 8, height: 8) }
    for boxes in [row, column] {
      let candidates = BoxCandidates(boxes, boxes, minimum: 0.5)
      #expect((10_000...50_000).contains(candidates.count))
      #expect(candidates[5000].contains(5000))
    }
  }
}
