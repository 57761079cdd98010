import Foundation
import Geometry
import TestSupport
import Testing

@Suite("Object keypoint similarity")
struct KeypointSimilarityTests {
  private typealias Point = KeypointSimilarity.Point

  private static func points(_ numbers: [Double]) -> [Point] {
    stride(from: 0, to: numbers.count, by: 3).map {
      Point(x: numbers[$0], y: numbers[$0 + 1], isLabelled: numbers[$0 + 2] > 0)
    }
  }

  @Test(
    "is that of pycocotools 2.0.11 (file 38)",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func vectors() throws {
    let cases = try ReferenceVectors.cases(of: "38_oks")
    for one in cases {
      let gts = try #require(one.inputs["gts"] as? [[String: Any]])
      let dts = try #require(one.inputs["dts"] as? [[String: Any]])
      let order = try #require(one.expected["dt_order"] as? [Int])
      let wanted = try #require(one.expected["oks"] as? [[Double]])
      for (position, detection) in order.enumerated() {
        let candidate = Self.points(try #require(dts[detection]["keypoints"] as? [Double]))
        for (column, gt) in gts.enumerated() {
          let box = try #require(gt["bbox"] as? [Double])
          let oks = KeypointSimilarity.cocoPerson.oks(
            of: candidate,
            to: Self.points(try #require(gt["keypoints"] as? [Double])),
            area: try #require(gt["area"] as? Double),
            box: Box(x: box[0], y: box[1], width: box[2], height: box[3])
          )
          #expect(one.agrees(oks, with: wanted[position][column], "oks"), "\(one.name)")
        }
      }
    }
  }

  @Test("between two annotators is the same both ways, and counts what only one labelled as 0")
  func mutual() {
    let similarity = KeypointSimilarity(sigmas: [0.05, 0.05])
    let a = [Point(x: 0, y: 0, isLabelled: true), Point(x: 9, y: 9, isLabelled: true)]
    let b = [Point(x: 3, y: 4, isLabelled: true), Point(x: 0, y: 0, isLabelled: false)]
    // exp(−25 / (0.01 · √(100·400) · 2)) of two points, one of them 0.
    let wanted = exp(-25 / (0.01 * 200 * 2)) / 2
    let found = similarity.mutual(a, area: 100, b, area: 400)
    #expect(abs((found ?? 9) - wanted) < 1e-15)
    #expect(similarity.mutual(b, area: 400, a, area: 100) == found)
    #expect(similarity.mutual([b[1], b[1]], area: 100, [b[1], b[1]], area: 1) == nil)
  }
}
