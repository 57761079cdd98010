import Annotations
import Formats
import Foundation
import Metrics
import TestSupport
import Testing

/// Predictions matched as by pycocotools 2.0.11, on boxes.
@Suite(
  "Predictions, matched as COCO does (file 34)",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct PredictionMatchingVectorTests {
  @Test("get its labels at both thresholds")
  func vectors() async throws {
    for one in try ReferenceVectors.cases(of: "34_coco_greedy_matching")
    where one.inputs["iou_type"] as? String == "bbox" {
      let dataset = try #require(one.inputs["dataset"] as? [String: Any])
      let labels = try await read(dataset)
      var predictions = dataset
      predictions["annotations"] = (one.inputs["results"] as? [[String: Any]] ?? []).enumerated()
        .map { index, result in result.merging(["id": index + 1]) { $1 } }
      let results = try await read(predictions)
      for (position, threshold) in [0.5, 0.75].enumerated() {
        let comparison = await Comparison(
          DatasetPairing(labels, results),
          options: MatchingOptions(method: .greedy, minimumIoU: threshold),
          threads: 1
        )
        let found = Set(comparison.images.flatMap(\.pairs).map { "\($0.a) \($0.b)" })
        #expect(found == (try Self.expected(one, position, labels, results)), "\(one.name)")
      }
    }
  }

  /// Rows of labels and predictions that belong together; crowds, which absorb, are no pairs.
  private static func expected(
    _ one: ReferenceVectors.Case,
    _ threshold: Int,
    _ labels: Dataset,
    _ results: Dataset
  ) throws -> Set<String> {
    var pairs: Set<String> = []
    for evaluated in try #require(one.expected["matches"] as? [[String: Any]]) {
      let ids = try #require(evaluated["dt_ids"] as? [Int])
      let matches = try #require(evaluated["dt_match"] as? [[Int]])[threshold]
      for (id, label) in zip(ids, matches) where label != 0 {
        let row = try #require(labels.annotations.ids.firstIndex(of: .number(Int64(label))))
        guard !labels.annotations.flags[row].contains(.crowd) else { continue }
        let other = try #require(results.annotations.ids.firstIndex(of: .number(Int64(id))))
        pairs.insert("\(row) \(other)")
      }
    }
    return pairs
  }

  private func read(_ document: [String: Any]) async throws -> Dataset {
    var document = document
    document["images"] = (document["images"] as? [[String: Any]] ?? []).map { image in
      image.merging(["file_name": "\(image["id"] ?? "").jpg"]) { own, _ in own }
    }
    let folder = try TemporaryFolder()
    let json = try JSONSerialization.data(withJSONObject: document)
    return try await COCOFormat.read(folder.write("a.json", json), threads: 1).dataset
  }
}
