import Annotations
import Embeddings
import Statistics
import TestSupport

extension VectorAdapter {
  /// What this module makes of the reference vectors.
  static let embeddings: [VectorAdapter] = [
    VectorAdapter("60_cleanlab_ood_knn", compute: outOfDistribution),
    VectorAdapter("60b_cleanlab_ood_predprobs", compute: typicality),
    VectorAdapter("61_lof", compute: lof),
    VectorAdapter("62_mahalanobis_covariance", compute: mahalanobis),
    VectorAdapter("63_cleanlab_label_quality", compute: labelQuality),
    VectorAdapter("64_cleanlab_confident_joint_issues", compute: labelIssues),
  ]

  private static func table(_ rows: JSONTree) throws -> VectorTable {
    let rows = try rows.rows()
    return VectorTable(width: rows[0].count, values: rows.flatMap { $0 })
  }

  private static func probabilities(
    _ inputs: JSONTree
  ) throws -> (table: ProbabilityTable, labels: [Int32]) {
    let table = ProbabilityTable(try table(inputs["pred_probs"]))
    return (table, try inputs["labels"].ints().map { Int32($0) })
  }

  /// The graph by the search's scan: these tables are small.
  private static func graph(
    _ table: VectorTable,
    _ distance: VectorDistance,
    k: Int
  ) -> NeighbourGraph {
    let search = NeighbourSearch(table, distance: distance)
    let rows = (0..<table.count).map { search.nearest(to: $0, k: k) }
    return NeighbourGraph(
      count: table.count,
      k: k,
      neighbours: rows.flatMap { $0.map { Int32($0.row) } },
      distances: rows.flatMap { $0.map(\.distance) }
    )
  }

  private static func outOfDistribution(_ inputs: JSONTree) throws -> JSONTree {
    let table = try table(inputs["features"])
    let k = inputs["k"].isNull ? min(10, table.count - 1) : try inputs["k"].int()
    let distance: VectorDistance = table.width > 3 ? .cosine : .l2
    let graph = graph(table, distance, k: k)
    let found = OutOfDistribution(graph, distance: distance)
    return [
      "metric": .string(distance == .cosine ? "cosine" : "euclidean"),
      "k": JSONTree(graph.k),
      "avg_knn_distance": JSONTree(found.meanDistances),
      "scale": .number(found.scale),
      "scores": JSONTree(found.scores),
    ]
  }

  private static func typicality(_ inputs: JSONTree) throws -> JSONTree {
    var (table, labels) = try probabilities(inputs)
    if try inputs["adjust"].bool() {
      table = table.adjusted(by: LabelQuality(table, labels: labels).confidentThresholds)
    }
    let isEntropy = try inputs["method"].string() == "entropy"
    let scores = (0..<table.count).map {
      isEntropy ? 1 - table.normalisedEntropy($0) : table[$0, table.prediction($0)]
    }
    return ["scores": JSONTree(scores)]
  }

  private static func lof(_ inputs: JSONTree) throws -> JSONTree {
    let table = try table(inputs["features"])
    let isCosine = try inputs["metric"].string() == "cosine"
    let k = min(try inputs["n_neighbors"].int(), table.count - 1)
    let graph = graph(table, isCosine ? .cosine : .l2, k: k)
    return ["lof": JSONTree(localOutlierFactors(graph)), "k_used": JSONTree(k)]
  }

  private static func mahalanobis(_ inputs: JSONTree) throws -> JSONTree {
    let table = try table(inputs["features"])
    let labels = [Int32](repeating: 0, count: table.count)
    let centres = CategoryCentres(table, labels: labels)
    let shrinkage: CovarianceEstimate.Shrinkage =
      switch try inputs["estimator"].string() {
      case "ledoit_wolf": .ledoitWolf
      case "oas": .oracleApproximating
      default: .empirical
      }
    let estimate = CovarianceEstimate(
      table,
      labels: labels,
      centres: centres,
      shrinkage: shrinkage
    )
    let squares = estimate.squaredDistances(table, labels: labels, centres: centres)
    let freedom = Double(table.width)
    return [
      "location": JSONTree(centres.means),
      "covariance": .array(
        (0..<table.width).map {
          JSONTree(Array(estimate.matrix[$0 * table.width..<($0 + 1) * table.width]))
        }
      ),
      "d2": JSONTree(squares),
      "p_value": JSONTree(
        squares.map { chiSquareSurvival($0, degreesOfFreedom: freedom) }
      ),
      "shrinkage": .number(estimate.shrinkage),
    ]
  }

  private static func labelQuality(_ inputs: JSONTree) throws -> JSONTree {
    let (table, labels) = try probabilities(inputs)
    let quality = LabelQuality(table, labels: labels)
    let thresholds = quality.confidentThresholds
    let adjusted = LabelQuality(table.adjusted(by: thresholds), labels: labels)
    return [
      "self_confidence": JSONTree(quality.selfConfidence),
      "normalized_margin": JSONTree(quality.normalisedMargin),
      "confidence_weighted_entropy": JSONTree(quality.confidenceWeightedEntropy),
      "self_confidence_adjusted": JSONTree(adjusted.selfConfidence),
      "normalized_margin_adjusted": JSONTree(adjusted.normalisedMargin),
      "thresholds": JSONTree(thresholds),
    ]
  }

  private static func labelIssues(_ inputs: JSONTree) throws -> JSONTree {
    let (table, labels) = try probabilities(inputs)
    let issues = LabelIssues(table, labels: labels)
    let quality = LabelQuality(table, labels: labels)
    func tree(_ rows: [Int]) -> JSONTree { .array(rows.map { JSONTree($0) }) }
    func square(_ cells: [Int]) -> JSONTree {
      .array(
        (0..<table.labels).map { tree(Array(cells[$0 * table.labels..<($0 + 1) * table.labels])) }
      )
    }
    func ranked(_ rows: [Int], _ scores: [Double]) -> JSONTree {
      tree(rows.sorted { (scores[$0], $0) < (scores[$1], $1) })
    }
    return [
      "thresholds": JSONTree(quality.confidentThresholds),
      "confident_joint": square(issues.joint.counts),
      "confident_joint_calibrated": square(issues.joint.calibrated),
      "num_issues_off_diagonal": JSONTree(issues.offDiagonalCount),
      "num_issues_off_diagonal_calibrated": JSONTree(issues.calibratedOffDiagonalCount),
      "issues": [
        "prune_by_noise_rate": tree(issues.rows(.pruneByNoiseRate)),
        "prune_by_class": tree(issues.rows(.pruneByClass)),
        "both": tree(issues.rows(.both)),
        "confident_learning": tree(issues.rows(.confidentLearning)),
        "predicted_neq_given": tree(issues.rows(.predictedOther)),
        "low_self_confidence": tree(issues.rows(.lowSelfConfidence)),
        "low_normalized_margin": tree(issues.rows(.lowNormalisedMargin)),
      ],
      "ranked_prune_by_noise_rate": ranked(
        issues.rows(.pruneByNoiseRate),
        quality.selfConfidence
      ),
      "ranked_confident_learning_margin": ranked(
        issues.rows(.confidentLearning),
        quality.normalisedMargin
      ),
    ]
  }
}
