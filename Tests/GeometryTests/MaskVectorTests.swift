import Geometry
import TestSupport
import Testing

/// Masks against pycocotools 2.0.11 and boundary-iou-api.
@Suite(
  "Masks, against reference values",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct MaskVectorTests {
  private func mask(_ text: Any?, _ height: Int, _ width: Int) throws -> RunLengthMask {
    var runs: [UInt32] = []
    let problem = RunLengthString.decode(Array(try #require(text as? String).utf8), into: &runs)
    #expect(problem == nil)
    return try #require(RunLengthMask(height: height, width: width, runs: runs))
  }

  private func rasterised(_ rings: [[Double]], _ height: Int, _ width: Int) -> RunLengthMask? {
    RunLengthMask.rasterised(rings.map { $0[...] }, height: height, width: width)
  }

  /// The ring that pycocotools makes of a box.
  private func corners(_ box: Any?) throws -> [Double] {
    let box = try #require(box as? [Double])
    let (right, bottom) = (box[0] + box[2], box[1] + box[3])
    return [box[0], box[1], box[0], bottom, right, bottom, right, box[1]]
  }

  @Test("are rasterised from polygons to the pixel (file 31)")
  func polygons() throws {
    let cases = try ReferenceVectors.cases(of: "31_polygon_rle")
    for one in cases {
      let height = try #require(one.inputs["height"] as? Int)
      let width = try #require(one.inputs["width"] as? Int)
      let polygons = one.inputs["polygons"] as? [[Double]]
      let rings = try polygons ?? [corners(one.inputs["bbox"])]
      let mask = try #require(rasterised(rings, height, width))
      #expect(RunLengthString.encode(mask.runs) == one.expected["rle"] as? String, "\(one.name)")
      #expect(mask.area == one.expected["area"] as? Int, "\(one.name)")
      let box = mask.bounds
      #expect(
        [box.x, box.y, box.width, box.height] == one.expected["bbox"] as? [Double],
        "\(one.name)"
      )
      guard let wanted = one.expected["part_rles"] as? [String] else { continue }
      let parts = rings.map { RunLengthString.encode(rasterised([$0], height, width)?.runs ?? []) }
      #expect(parts == wanted, "\(one.name)")
    }
  }

  @Test("overlap, unite and intersect (file 33)")
  func overlap() throws {
    let cases = try ReferenceVectors.cases(of: "33_mask_iou")
    for one in cases {
      let size = try #require(one.inputs["size"] as? [Int])
      let dt = try (one.inputs["dt"] as? [String] ?? []).map { try mask($0, size[0], size[1]) }
      let gt = try (one.inputs["gt"] as? [String] ?? []).map { try mask($0, size[0], size[1]) }
      let crowds = one.inputs["iscrowd"] as? [Int] ?? []
      let wanted = try #require(one.expected["iou"] as? [[Double]])
      for (i, candidate) in dt.enumerated() {
        for (j, reference) in gt.enumerated() {
          let found =
            crowds[j] == 1
            ? candidate.coverage(by: reference) : candidate.iou(with: reference)
          #expect(one.agrees(found, with: wanted[i][j], "iou"), "\(one.name) \(i) \(j)")
        }
      }
      let all = dt + gt
      let united = all.dropFirst().reduce(all[0]) { $0.union($1) }
      let shared = all.dropFirst().reduce(all[0]) { $0.intersection($1) }
      #expect(
        RunLengthString.encode(united.runs) == one.expected["union_rle"] as? String,
        "\(one.name)"
      )
      #expect(
        RunLengthString.encode(shared.runs) == one.expected["intersection_rle"] as? String,
        "\(one.name)"
      )
    }
  }

  @Test("have boundaries (file 50)")
  func boundaries() throws {
    let cases = try ReferenceVectors.cases(of: "50_boundary_iou")
    for one in cases {
      let size = try #require(one.inputs["size"] as? [Int])
      let a = try mask(one.inputs["a"], size[0], size[1])
      let b = try mask(one.inputs["b"], size[0], size[1])
      let ratio = try #require(one.inputs["dilation_ratio"] as? Double)
      let distance = RunLengthMask.boundaryDistance(height: size[0], width: size[1], ratio: ratio)
      #expect(distance == one.expected["d"] as? Int, "\(one.name)")
      #expect(
        RunLengthString.encode(a.boundary(distance: distance).runs)
          == one.expected["boundary_a"] as? String,
        "\(one.name)"
      )
      let boundary = a.boundaryIoU(with: b, dilationRatio: ratio)
      #expect(one.agrees(boundary, "boundary_iou"), "\(one.name)")
      #expect(one.agrees(a.iou(with: b), "mask_iou"), "\(one.name)")
      #expect(one.agrees(min(a.iou(with: b), boundary), "combined"), "\(one.name)")
    }
  }
}
