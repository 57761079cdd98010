import Annotations
import Formats
import Foundation
import Metrics
import Statistics
import TestSupport
import Testing

/// K-α (kalphacv 1.5.2) on boxes; its outlines are compared by exact polygon geometry, ours by pixels.
@Suite(
  "Several annotators, matched as K-α does (file 40)",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct KAlphaVectorTests {
  @Test("have its reliability data and coefficients")
  func vectors() async throws {
    for one in try ReferenceVectors.cases(of: "40_kalpha_detection")
    where one.inputs["mode"] as? String == "bbox" {
      let thresholds = try #require(one.expected["by_threshold"] as? [String: [String: Any]])
      for (text, wanted) in thresholds {
        let panel = try await panel(one, threshold: try #require(Double(text)))
        let alphas = panel.units.sums.imageAlphas
        let images = try #require(wanted["images"] as? [[String: Any]])
        for (position, group) in panel.pairing.images.enumerated() {
          let image = try #require(images.first { $0["image"] as? String == group.name })
          let place = "\(one.name) τ \(text) \(group.name)"
          #expect(
            one.agrees(alphas[position], with: image["alpha"] ?? NSNull(), "alpha"),
            "\(place)"
          )
          let matrix = try #require(image["reliability_matrix"] as? [[Int]])
          #expect(Self.columns(of: panel, position) == Self.columns(of: matrix), "\(place)")
        }
      }
    }
  }

  private func panel(_ one: ReferenceVectors.Case, threshold: Double) async throws -> Panel {
    let images = one.inputs["images"] as? [[String: Any]] ?? []
    func name(_ rater: Any?) -> String { rater.map { "\($0)" } ?? "" }
    let listed = images.map { ($0["rater_list"] as? [Any] ?? []).map(name) }
    let raters = Set(listed.joined())
      .sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) }
    var datasets: [Dataset] = []
    for rater in raters {
      let own = images.filter { ($0["rater_list"] as? [Any] ?? []).map(name).contains(rater) }
        .map { $0.filter { $0.key != "rater_list" } }
      let annotations = (one.inputs["annotations"] as? [[String: Any]] ?? [])
        .filter { name($0["rater"]) == rater }
        .map { $0.filter { $0.key != "segmentation" } }
      let codes = Set(
        (one.inputs["annotations"] as? [[String: Any]] ?? []).compactMap {
          $0["category_id"] as? Int
        }
      )
      let json = try JSONSerialization.data(withJSONObject: [
        "images": own, "annotations": annotations,
        "categories": codes.sorted().map { ["id": $0, "name": "\($0)"] as [String: Any] },
      ])
      let folder = try TemporaryFolder()
      datasets.append(
        try await COCOFormat.read(folder.write("rater.json", json), threads: 1).dataset
      )
    }
    let options = MatchingOptions(method: .kAlpha, minimumIoU: threshold)
    return await Panel(PanelPairing(datasets, names: raters), options: options, threads: 1)
  }

  /// Columns of the reliability matrix, 0 for a missing object, in no order.
  private static func columns(of panel: Panel, _ image: Int) -> [[Int]: Int] {
    let categories = panel.pairing.categories
    let columns = panel.images[image].clusters.map { cluster in
      cluster.values.compactMap { value -> Int? in
        switch value {
        case .unknown: nil
        case .missing: 0
        case .category(let code): Int(categories[Int(code)])
        }
      }
    }
    return Dictionary(columns.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private static func columns(of matrix: [[Int]]) -> [[Int]: Int] {
    let columns = (matrix.first ?? []).indices.map { column in matrix.map { $0[column] } }
    return Dictionary(columns.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
