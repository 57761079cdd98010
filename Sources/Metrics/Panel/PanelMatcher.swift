import Annotations
import Geometry

/// Brings the objects of several annotators together into clusters with at most one object of each.
///
/// All pairs of different annotators from similarity ≥ τ on are taken by descending rank, and join their
/// clusters unless an annotator would stand in one twice. The rank is the similarity and what a common
/// category adds: λ, or 1 for KαLOS. Equal ranks go by the ids of the two objects, then by their boxes and
/// categories, so that no order of the annotators or records matters but that of exact copies.
///
/// Source: D. Tschirschwitz, V. Rodehorst, KαLOS, 2026 (greedy correspondence).
package struct PanelMatcher: Sendable {
  package let pairing: PanelPairing
  package let options: MatchingOptions
  /// By annotator.
  private let columns: [ObjectColumns]

  package init(pairing: PanelPairing, options: MatchingOptions) {
    self.pairing = pairing
    self.options = options
    columns = zip(pairing.datasets, pairing.categoryCodes).map { dataset, codes in
      ObjectColumns(dataset, codes: codes, options: options)
    }
  }

  /// - Complexity: O(n²) for the n objects of the image.
  package func match(imageAt index: Int) -> PanelImage {
    let group = pairing.images[index]
    let size = pairing.size(of: group)
    let objects = group.rows.enumerated().map { annotator, row in
      row.map { ImageObjects(of: $0, in: columns[annotator]) } ?? ImageObjects()
    }
    let shapes = objects.enumerated().map { annotator, own in
      ObjectShapes(own.singles, of: pairing.datasets[annotator], size: size, options: options)
        .shapes
    }
    let members =
      options.method == .kAlpha
      ? SequentialClusters(shapes, options: options).clusters : clusters(objects, shapes)
    let regions = objects.enumerated().map { annotator, own in
      RegionCover(own.regions, options: options) { row in
        pairing.datasets[annotator].mask(ofAnnotation: row, imageSize: size)
      }
    }
    let isAssigned = group.rows.map { $0 != nil }
    let clusters = members.map { members in
      ObjectCluster(
        members: members.enumerated().map { annotator, member in
          member.map { objects[annotator].singles[$0].row }
        },
        values: values(of: members, objects, shapes, regions, isAssigned),
        similarities: similarities(of: members, shapes)
      )
    }
    return PanelImage(
      index: index,
      clusters: clusters,
      leftOut: leftOut(objects, shapes, clusters, isAssigned)
    )
  }

  /// By annotator: what takes no part.
  private func leftOut(
    _ objects: [ImageObjects],
    _ shapes: [[ObjectShapes.Shape?]],
    _ clusters: [ObjectCluster],
    _ isAssigned: [Bool]
  ) -> [PanelImage.LeftOut] {
    let absorbed = clusters.filter { $0.hasAbsorbed(isAssigned: isAssigned) }
    return objects.indices.map { annotator in
      PanelImage.LeftOut(
        regions: objects[annotator].regions.count,
        absorbed: absorbed.count { $0.members[annotator] != nil },
        shapeless: shapes[annotator].count { $0 == nil },
        uncategorised: objects[annotator].uncategorised
      )
    }
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
    return candidates.sorted { one, other in
      one.rank != other.rank
        ? one.rank > other.rank
        : ends(of: one, objects).lexicographicallyPrecedes(
          ends(of: other, objects),
          by: ImageObjects.Object.precedes
        )
    }
  }

  /// The two objects of a candidate in an order that does not depend on the annotators'.
  private func ends(
    of candidate: Candidate,
    _ objects: [ImageObjects]
  ) -> [(ImageObjects.Object, id: ObjectID)] {
    let ends = [candidate.first, candidate.second].map { member in
      let object = objects[member.annotator].singles[member.object]
      return (object, id: columns[member.annotator].id(of: object.row))
    }
    return ImageObjects.Object.precedes(ends[1], ends[0]) ? ends.reversed() : ends
  }

  private func similarities(
    of members: [Int?],
    _ shapes: [[ObjectShapes.Shape?]]
  ) -> MemberSimilarities {
    func shape(_ annotator: Int) -> ObjectShapes.Shape? {
      members[annotator].flatMap { shapes[annotator][$0] }
    }
    return MemberSimilarities(members.indices.filter { members[$0] != nil }) {
      options.similarity(of: shape($0), shape($1))
    }
  }

  /// What each annotator says of a cluster: nothing where a region of his covers an object of it.
  private func values(
    of members: [Int?],
    _ objects: [ImageObjects],
    _ shapes: [[ObjectShapes.Shape?]],
    _ regions: [RegionCover],
    _ isAssigned: [Bool]
  ) -> [UnitValue] {
    members.enumerated().map { annotator, member in
      if let member { return .category(objects[annotator].singles[member].category) }
      guard isAssigned[annotator] else { return .unknown }
      let isAbsorbed = members.enumerated().contains { other, member in
        member.map { regions[annotator].absorbs(objects[other].singles[$0], shapes[other][$0]) }
          ?? false
      }
      return isAbsorbed ? .unknown : .missing
    }
  }
}
