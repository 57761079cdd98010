import Annotations
import Formats
import Foundation
import Metrics
import Statistics
import TestSupport
import Testing

/// KαLOS (kalos 0.8.0): clusters, α, vitality and class difficulty.
@Suite(
  "Several annotators, matched as KαLOS does (file 41)",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct KalosVectorTests {
  @Test("have its clusters and coefficients")
  func vectors() async throws {
    let cases = try ReferenceVectors.cases(of: "41_kalos")
    for one in cases {
      let raters = Self.raters(of: one)
      let panel = try await panel(one, raters)
      let units = panel.units
      #expect(Self.clusters(of: panel) == Self.expectedClusters(one), "\(one.name)")

      let alpha = units.sums.alpha.value ?? 1
      #expect(one.agrees(alpha, "global_alpha"), "\(one.name)")
      let alphas = units.sums.imageAlphas
      let mean = alphas.reduce(0, +) / Double(alphas.count)
      #expect(one.agrees(mean, "mean_alpha"), "\(one.name)")

      let vitality = one.expected["vitality_global"] as? [String: Any] ?? [:]
      for (rater, wanted) in vitality {
        let index = try #require(raters.firstIndex(of: rater))
        let found = alpha - (units.without(index).sums.alpha.value ?? 1)
        #expect(one.agrees(found, with: wanted, "vitality_global"), "\(one.name) \(rater)")
      }
      for (rater, wanted) in one.expected["vitality_mean"] as? [String: Any] ?? [:] {
        let others = try await self.panel(one, raters.filter { $0 != rater })
        let found = try Self.meanVitality(panel, of: #require(raters.firstIndex(of: rater)), others)
        #expect(one.agrees(found, with: wanted, "vitality_mean"), "\(one.name) \(rater)")
      }
      for (name, wanted) in one.expected["class_alpha_global"] as? [String: Any] ?? [:] {
        let category = try #require(panel.pairing.categories.firstIndex(of: name))
        let found = units.containing(Int32(category)).sums.alpha.value ?? 1
        #expect(one.agrees(found, with: wanted, "class_alpha_global"), "\(one.name) \(name)")
      }
      for (pair, wanted) in one.expected["pair_alpha_global"] as? [String: Any] ?? [:] {
        let two = try await self.panel(one, pair.split(separator: "|").map(String.init))
        let found = two.units.sums.alpha.value ?? 1
        #expect(one.agrees(found, with: wanted, "pair_alpha_global"), "\(one.name) \(pair)")
      }
    }
  }

  private static func raters(of one: ReferenceVectors.Case) -> [String] {
    let images = one.inputs["images"] as? [[String: Any]] ?? []
    return Set(images.flatMap { $0["rater_list"] as? [String] ?? [] }).sorted()
  }

  private func panel(_ one: ReferenceVectors.Case, _ raters: [String]) async throws -> Panel {
    var datasets: [Dataset] = []
    for rater in raters { datasets.append(try await dataset(one, rater)) }
    let bonus: Double = one.inputs["cost"] as? String == "category_lenient" ? 1 : 0
    let options = MatchingOptions(
      method: .kalos,
      minimumIoU: try #require(one.inputs["threshold"] as? Double),
      categoryBonus: bonus
    )
    return await Panel(PanelPairing(datasets, names: raters), options: options, threads: 2)
  }

  /// The images that a rater was assigned to, with what he drew.
  private func dataset(_ one: ReferenceVectors.Case, _ rater: String) async throws -> Dataset {
    let images = (one.inputs["images"] as? [[String: Any]] ?? [])
      .filter { ($0["rater_list"] as? [String] ?? []).contains(rater) }
      .map { $0.filter { $0.key != "rater_list" } }
    let annotations = (one.inputs["annotations"] as? [[String: Any]] ?? [])
      .filter { $0["rater_id"] as? String == rater }
    let categories = (one.inputs["categories"] as? [String: String] ?? [:])
      .sorted { $0.key < $1.key }
      .map { ["id": Int($0.key) ?? 0, "name": $0.value] as [String: Any] }
    let json = try JSONSerialization.data(
      withJSONObject: ["images": images, "annotations": annotations, "categories": categories]
    )
    let folder = try TemporaryFolder()
    return try await COCOFormat.read(folder.write("rater.json", json), threads: 1).dataset
  }

  /// Mean over an annotator's images of three or more of what the rematched α loses without him.
  private static func meanVitality(_ panel: Panel, of rater: Int, _ others: Panel) -> Double {
    let alone = Dictionary(
      uniqueKeysWithValues: zip(others.pairing.images.map(\.name), others.units.sums.imageAlphas)
    )
    let losses = zip(panel.pairing.images, panel.units.sums.imageAlphas)
      .filter { $0.0.annotators > 2 && $0.0.rows[rater] != nil }
      .map { $0.1 - (alone[$0.0.name] ?? .nan) }
    return losses.reduce(0, +) / Double(losses.count)
  }

  private static func clusters(of panel: Panel) -> [String: Set<[Int64]>] {
    var clusters: [String: Set<[Int64]>] = [:]
    for image in panel.images {
      let name = panel.pairing.images[image.index].name
      clusters[name] = Set(
        image.clusters.map { cluster in
          cluster.members.enumerated().compactMap { rater, row -> Int64? in
            guard let row, case .number(let id) = panel.pairing.datasets[rater].annotations.ids[row]
            else { return nil }
            return id
          }.sorted()
        }
      )
    }
    return clusters
  }

  private static func expectedClusters(_ one: ReferenceVectors.Case) -> [String: Set<[Int64]>] {
    let wanted = one.expected["clusters"] as? [String: [[Int]]] ?? [:]
    var clusters: [String: Set<[Int64]>] = [:]
    for image in one.inputs["images"] as? [[String: Any]] ?? [] {
      guard let id = image["id"] as? Int, let name = image["file_name"] as? String else { continue }
      clusters[name] = Set((wanted["\(id)"] ?? []).map { $0.map(Int64.init).sorted() })
    }
    return clusters
  }
}
