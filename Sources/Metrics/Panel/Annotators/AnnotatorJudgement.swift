import Annotations
import Geometry
import Statistics

/// One annotator's work on one object or place, seen against a reference.
struct AnnotatorJudgement: Sendable {
  /// Position among the panel's images.
  var image: Int32
  /// The reference's category; the annotator's where the reference has no object.
  var category: Int32
  var outcome: Outcome

  enum Outcome: Sendable {
    /// Drew it and named it alike, in the annotator's row; `nil` where a box has no extent.
    case right(Placement?, iou: Double, row: Int)
    /// Drew it and named it otherwise.
    case otherCategory
    /// Did not draw it.
    case missing
    /// Drew what the reference does not have.
    case extra
  }
}

/// What each annotator of a panel is judged by.
enum PanelReference {
  /// A data set of the panel that is taken for right.
  case gold(annotator: Int)
  /// What most of the other annotators of an object drew: the median of each edge, the most frequent
  /// category.
  case others

  /// What is right about a cluster, for one annotator.
  enum Verdict {
    case object(Box, category: Int32)
    case nothing
    /// Not known: nobody else looked, or no category leads.
    case unknown
  }

  func verdict(on cluster: ObjectCluster, for annotator: Int, in panel: Panel) -> Verdict {
    switch self {
    case .gold(let gold):
      switch cluster.values[gold] {
      case .category(let category):
        guard let row = cluster.members[gold] else { return .unknown }
        return .object(panel.pairing.datasets[gold].annotations.boxes[row], category: category)
      case .missing: return .nothing
      case .unknown: return .unknown
      }
    case .others: return majority(of: cluster, without: annotator, in: panel)
    }
  }

  private func majority(
    of cluster: ObjectCluster,
    without annotator: Int,
    in panel: Panel
  ) -> Verdict {
    let others = ClusterMembers(cluster.members, in: panel.pairing)
      .filter { $0.annotator != annotator }
    var votes: [Int32: Int] = [:]
    var missing = 0
    for (other, value) in cluster.values.enumerated() where other != annotator {
      switch value {
      case .unknown: continue
      case .missing: missing += 1
      case .category(let category): votes[category, default: 0] += 1
      }
    }
    if missing > others.all.count { return .nothing }
    guard others.all.count > missing, let most = votes.values.max(), let box = others.medianBox
    else { return .unknown }
    let leading = votes.filter { $0.value == most }.keys
    guard leading.count == 1, let category = leading.first else { return .unknown }
    return .object(box, category: category)
  }

  /// Everything that one annotator did or left undone, by image.
  func judgements(of annotator: Int, in panel: Panel) -> [AnnotatorJudgement] {
    let boxes = panel.pairing.datasets[annotator].annotations.boxes
    return panel.images.flatMap { image in
      image.clusters.compactMap { cluster -> AnnotatorJudgement? in
        let index = Int32(image.index)
        let verdict = verdict(on: cluster, for: annotator, in: panel)
        switch (cluster.values[annotator], verdict) {
        case (.unknown, _), (_, .unknown), (.missing, .nothing): return nil
        case (.missing, .object(_, let category)):
          return AnnotatorJudgement(image: index, category: category, outcome: .missing)
        case (.category(let own), .nothing):
          return AnnotatorJudgement(image: index, category: own, outcome: .extra)
        case (.category(let own), .object(let box, let category)):
          guard own == category, let row = cluster.members[annotator] else {
            return AnnotatorJudgement(image: index, category: category, outcome: .otherCategory)
          }
          let placement = Placement(
            image: index,
            category: category,
            boxes: Sides(a: boxes[row], b: box)
          )
          return AnnotatorJudgement(
            image: index,
            category: category,
            outcome: .right(placement, iou: boxes[row].iou(with: box), row: row)
          )
        }
      }
    }
  }
}
