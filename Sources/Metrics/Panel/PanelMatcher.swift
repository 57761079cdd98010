import Annotations
import Geometry

/// Brings the objects of several annotators together into clusters with at most one object of each.
///
/// All pairs of different annotators from similarity ≥ τ on are taken by descending rank, and join their
/// clusters unless an annotator would stand in one twice. The rank is the similarity and what a common
/// category adds: λ, or 1 for KαLOS. No order of the annotators or records matters but for exact ties.
///
/// Source: D. Tschirschwitz, V. Rodehorst, KαLOS, 2026 (greedy correspondence).
package struct PanelMatcher: Sendable {
  package let pairing: PanelPairing
  package let options: MatchingOptions

  package init(pairing: PanelPairing, options: MatchingOptions) {
    self.pairing = pairing
    self.options = options
  }

  /// - Complexity: O(n²) for the n objects of the image.
  package func match(imageAt index: Int) -> PanelImage {
    let group = pairing.images[index]
    let size = size(of: group)
    let objects = group.rows.enumerated().map { annotator, row in
      row.map {
        ImageObjects(
          of: $0,
          in: pairing.datasets[annotator],
          codes: pairing.categoryCodes[annotator],
          options: options
        )
      } ?? ImageObjects()
    }
    let shapes = objects.enumerated().map { annotator, own in
      ObjectShapes(own.singles, of: pairing.datasets[annotator], size: size, options: options)
        .shapes
    }
    let members =
      options.method == .kAlpha
      ? SequentialClusters(shapes, options: options).clusters : clusters(objects, shapes)
    let clusters = members.map { members in
      cluster(members, objects, isAssigned: group.rows.map { $0 != nil })
    }
    return PanelImage(index: index, clusters: clusters)
  }

  /// By annotator: the object of each cluster, or `nil`.
  private func clusters(
    _ objects: [ImageObjects],
    _ shapes: [[ObjectShapes.Shape?]]
  ) -> [[Int?]] {
    var forest = ClusterForest(objects: objects.map(\.singles.count))
    for candidate in candidates(objects, shapes) { forest.join(candidate.first, candidate.second) }
    return forest.clusters
  }

  private struct Candidate {
    var first: ClusterForest.Member
    var second: ClusterForest.Member
    var rank: Double
  }

  /// Pairs that may be of one object, the best first.
  private func candidates(
    _ objects: [ImageObjects],
    _ shapes: [[ObjectShapes.Shape?]]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for a in objects.indices {
      for b in objects.indices.dropFirst(a + 1) {
        for (i, first) in objects[a].singles.enumerated() {
          for (j, second) in objects[b].singles.enumerated() {
            let similarity = options.similarity(of: shapes[a][i], shapes[b][j])
            guard similarity >= options.minimumIoU, similarity > 0 else { continue }
            candidates.append(
              Candidate(
                first: ClusterForest.Member(annotator: a, object: i),
                second: ClusterForest.Member(annotator: b, object: j),
                rank: similarity + (first.category == second.category ? options.categoryBonus : 0)
              )
            )
          }
        }
      }
    }
    // Sorting is stable: equal ranks stay in the order of annotators and objects.
    return candidates.sorted { $0.rank > $1.rank }
  }

  private func cluster(
    _ members: [Int?],
    _ objects: [ImageObjects],
    isAssigned: [Bool]
  ) -> ObjectCluster {
    let values = members.enumerated().map { annotator, member -> UnitValue in
      if let member { return .category(objects[annotator].singles[member].category) }
      guard isAssigned[annotator] else { return .unknown }
      return isAbsorbed(members, objects, by: objects[annotator].regions) ? .unknown : .missing
    }
    let rows = members.enumerated().map { annotator, member in
      member.map { objects[annotator].singles[$0].row }
    }
    return ObjectCluster(members: rows, values: values)
  }

  /// Whether an object lies in a region that another annotator marked as crowd or to be ignored.
  private func isAbsorbed(
    _ members: [Int?],
    _ objects: [ImageObjects],
    by regions: [ImageObjects.Object]
  ) -> Bool {
    guard !regions.isEmpty else { return false }
    return members.enumerated().contains { annotator, member in
      guard let member else { return false }
      let object = objects[annotator].singles[member]
      return regions.contains { region in
        (region.category == AnnotationTable.noCategory || region.category == object.category)
          && object.box.coverage(by: region.box, convention: options.convention)
            >= options.minimumIoU
      }
    }
  }

  private func size(of group: PanelPairing.ImageGroup) -> ImageSize? {
    for (annotator, row) in group.rows.enumerated() {
      if let row, let size = pairing.datasets[annotator].images.sizes[row] { return size }
    }
    return nil
  }
}

/// Clusters of objects with at most one of each annotator.
private struct ClusterForest {
  struct Member {
    var annotator: Int
    var object: Int
  }

  /// By annotator and object: position in `contents`.
  private var positions: [[Int]]
  /// By cluster and annotator: the object; `nil` for a cluster that was joined to another.
  private var contents: [[Int?]?] = []

  /// Every object by itself.
  init(objects: [Int]) {
    positions = []
    for (annotator, count) in objects.enumerated() {
      positions.append((0..<count).map { contents.count + $0 })
      for object in 0..<count {
        var members = [Int?](repeating: nil, count: objects.count)
        members[annotator] = object
        contents.append(members)
      }
    }
  }

  /// Joins the clusters of two objects, unless an annotator stands in both.
  mutating func join(_ first: Member, _ second: Member) {
    let target = positions[first.annotator][first.object]
    let source = positions[second.annotator][second.object]
    guard target != source, var joined = contents[target], let added = contents[source] else {
      return
    }
    guard !zip(joined, added).contains(where: { $0 != nil && $1 != nil }) else { return }
    for (annotator, object) in added.enumerated() {
      guard let object else { continue }
      joined[annotator] = object
      positions[annotator][object] = target
    }
    contents[target] = joined
    contents[source] = nil
  }

  /// By annotator: the object of each cluster, or `nil`.
  var clusters: [[Int?]] { contents.compactMap { $0 } }
}
