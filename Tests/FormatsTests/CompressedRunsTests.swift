import Foundation
import TestSupport
import Testing

import Formats

@Suite("Compressed run lengths")
struct CompressedRunsTests {
  @Test("come back the same through their text")
  func roundTrip() {
    for runs in [[0, 5, 3], [6, 1, 40, 4, 5, 4, 5, 4, 21], [1_000_000, 2, 999_999, 1], [7]]
      as [[UInt32]]
    {
      #expect(CompressedRuns.decode(CompressedRuns.encode(runs).utf8) == runs)
    }
  }

  @Test(
    "that are cut or hold foreign characters are refused",
    arguments: ["P", "\u{7f}", " ", "``````````````````"]
  )
  func broken(text: String) {
    #expect(CompressedRuns.decode(text.utf8) == nil)
  }

  @Test(
    "are pycocotools' (vectors of file 32)",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func vectors() throws {
    let data = try Data(contentsOf: URL(filePath: SharedData.vectors + "/32_rle_codec.json"))
    let file = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require(file["cases"] as? [[String: Any]])
    var checked = 0
    for one in cases {
      guard let inputs = one["inputs"] as? [String: Any],
        let expected = one["expected"] as? [String: Any],
        let counts = inputs["counts"] as? [Int], let text = expected["rle"] as? String
      else { continue }
      checked += 1
      let runs = counts.map { UInt32($0) }
      #expect(CompressedRuns.encode(runs) == text, "\(one["name"] ?? "")")
      #expect(CompressedRuns.decode(text.utf8) == runs, "\(one["name"] ?? "")")
    }
    #expect(checked > 0, "no case had both forms")
  }
}
