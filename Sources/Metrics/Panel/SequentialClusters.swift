import Statistics

/// Clusters made by adding one annotator after the other, as K-α does.
///
/// The objects of a new annotator that are still free are matched to those of each earlier annotator in
/// turn, by the largest Σ similarity of those that have a partner above τ (not at it); what stays free
/// opens new clusters. The result can depend on the order of the annotators.
///
/// Source: D. Tschirschwitz et al., "A Dataset for Analysing Complex Document Layouts …", 2022.
struct SequentialClusters {
  /// By annotator: the object of each cluster, or `nil`.
  private(set) var clusters: [[Int?]] = []
  private let shapes: [[ObjectShapes.Shape?]]
  private let options: MatchingOptions

  init(_ shapes: [[ObjectShapes.Shape?]], options: MatchingOptions) {
    self.shapes = shapes
    self.options = options
    for annotator in shapes.indices { add(annotator) }
  }

  private mutating func add(_ annotator: Int) {
    var free = Array(shapes[annotator].indices)
    for earlier in 0..<annotator {
      let open = clusters.indices.filter {
        clusters[$0][earlier] != nil && clusters[$0][annotator] == nil
      }
      for (cluster, object) in match(open, of: earlier, free, of: annotator) {
        clusters[cluster][annotator] = object
        free.removeAll { $0 == object }
      }
    }
    for object in free {
      var members = [Int?](repeating: nil, count: shapes.count)
      members[annotator] = object
      clusters.append(members)
    }
  }

  /// Pairs of a cluster and a free object.
  private func match(
    _ open: [Int],
    of earlier: Int,
    _ free: [Int],
    of annotator: Int
  ) -> [(cluster: Int, object: Int)] {
    func similarity(_ cluster: Int, _ object: Int) -> Double {
      guard let other = clusters[cluster][earlier] else { return 0 }
      return options.similarity(of: shapes[earlier][other], shapes[annotator][object])
    }
    let rows = open.filter { cluster in free.contains { isAbove(similarity(cluster, $0)) } }
    let columns = free.filter { object in open.contains { isAbove(similarity($0, object)) } }
    let weights = rows.flatMap { cluster in columns.map { similarity(cluster, $0) } }
    let assignment = Assignment.maximum(weights: weights, rows: rows.count, columns: columns.count)
    return assignment.enumerated().compactMap { row, column in
      guard let column, isAbove(weights[row * columns.count + column]) else { return nil }
      return (rows[row], columns[column])
    }
  }

  /// 1 − IoU < 1 − τ, as K-α rounds it.
  private func isAbove(_ similarity: Double) -> Bool { 1 - similarity < 1 - options.minimumIoU }
}
