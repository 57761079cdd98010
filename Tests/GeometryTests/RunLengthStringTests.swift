import Foundation
import Geometry
import TestSupport
import Testing

@Suite("The text form of run lengths")
struct RunLengthStringTests {
  private func decode(_ text: String) -> (runs: [UInt32], problem: String?) {
    var runs: [UInt32] = []
    let problem = RunLengthString.decode(Array(text.utf8), into: &runs)
    return (runs, problem)
  }

  /// What pycocotools 2.0.11 makes of masks.
  private struct Vectors: Decodable {
    struct Inputs: Decodable { var counts: [UInt32] }
    struct Expected: Decodable {
      var rle: String
      var canonical_rle: String
      var canonical_counts: [UInt32]
      var area: Int
    }
    struct Case: Decodable {
      var name: String
      var inputs: Inputs
      var expected: Expected
    }
    var cases: [Case]
  }

  @Test(
    "decodes as with pycocotools",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func vectors() throws {
    let data = try Data(contentsOf: URL(filePath: "\(SharedData.vectors)/32_rle_codec.json"))
    let cases = try JSONDecoder().decode(Vectors.self, from: data).cases
    #expect(cases.count == 27)
    for vector in cases {
      let (runs, problem) = decode(vector.expected.rle)
      #expect(problem == nil, "\(vector.name)")
      #expect(runs == vector.inputs.counts, "\(vector.name)")
      #expect(decode(vector.expected.canonical_rle).runs == vector.expected.canonical_counts)
      #expect(RunLengthString.encode(runs) == vector.expected.rle, "\(vector.name)")
      let covered = runs.reduce(0) { $0 + Int($1) }
      let mask = try #require(RunLengthMask(height: 1, width: covered, runs: runs))
      #expect(mask.runs == vector.expected.canonical_counts, "\(vector.name)")
      #expect(mask.area == vector.expected.area, "\(vector.name)")
    }
  }

  @Test(
    "is refused where it is none",
    arguments: [
      ("/", "found byte 47 in it"), ("p", "found byte 112 in it"), ("o", "it ends within a number"),
      ("oooooooo0", "a number in it is too long"), ("N", "a run in it is -2 pixels long"),
      ("0000N", "a run in it is -2 pixels long"),
    ]
  )
  func refused(text: String, problem: String) {
    #expect(decode(text).problem == problem)
  }

  @Test("makes no mask of runs that do not cover the image, however long they are")
  func hostile() {
    #expect(RunLengthMask(height: 2, width: 3, runs: [.max, 0, .max]) == nil)
    #expect(RunLengthMask(height: .max, width: 2, runs: [1]) == nil)
    #expect(RunLengthMask(height: 2, width: 3, runs: [5]) == nil)
    #expect(RunLengthMask(height: 2, width: 3, runs: [2, 0, 4])?.runs == [6])
  }

  @Test("holds the largest and the smallest differences")
  func extremes() {
    // oooooo3: six groups of 31 and a last one of 3 = 2³² − 1, written as 11111 × 6, 00011.
    #expect(decode("oooooo3").runs == [.max])
    // Runs 0, max, 0, then 0 − max = −(2³² − 1): groups 1, 0, 0, 0, 0, 0, −4.
    #expect(decode("0oooooo30QPPPPPL").runs == [0, .max, 0, 0])
  }
}
