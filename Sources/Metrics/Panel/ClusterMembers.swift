import Annotations
package import Geometry
import Statistics

/// The boxes of those who drew an object.
package struct ClusterMembers: Sendable {
  package struct Member: Hashable, Sendable {
    package var annotator: Int
    /// Row of the annotator's annotation table.
    package var row: Int
    package var box: Box
  }

  /// By annotator.
  package let all: [Member]

  /// `rows`: By annotator: row of the annotation table, or `nil`.
  package init(_ rows: [Int?], in pairing: PanelPairing) {
    all = rows.enumerated().compactMap { annotator, row in
      row.map {
        Member(
          annotator: annotator,
          row: $0,
          box: pairing.datasets[annotator].annotations.boxes[$0]
        )
      }
    }
  }

  private init(_ members: [Member]) { all = members }

  /// Those for whom the condition holds.
  package func filter(_ isIncluded: (Member) -> Bool) -> ClusterMembers {
    ClusterMembers(all.filter(isIncluded))
  }

  /// The member whose box is most like those of all; among equals the first box in reading order.
  ///
  /// `nil` where there is none. The order of the annotators does not matter but for equal boxes.
  ///
  /// - Complexity: O(members²).
  package var medoid: Member? {
    let ranked = all.map { own in
      // Sorted, so that the sum has the same bits in any order of the annotators.
      (likeness: all.map { own.box.iou(with: $0.box) }.sorted().reduce(0, +), member: own)
    }
    return ranked.dropFirst().reduce(ranked.first) { best, next in
      guard let best, next.likeness <= best.likeness else { return next }
      return next.likeness == best.likeness && next.member.box < best.member.box ? next : best
    }?.member
  }

  /// The median of each edge; `nil` where there is no member.
  package var medianBox: Box? {
    func middle(_ edge: (Box) -> Double) -> Double? {
      median(ofSorted: all.map { edge($0.box) }.sorted()).value
    }
    guard let left = middle(\.x), let top = middle(\.y), let right = middle(\.right),
      let bottom = middle(\.bottom)
    else { return nil }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }
}
