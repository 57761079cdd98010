import Annotations
import Findings
import Geometry
import Metrics

extension PanelPairing {
  /// A finding about what several annotators drew: it stands at one member, says where others are and shows
  /// their boxes, those least like its own first.
  ///
  /// `told`: Those whose annotations are told before others'.
  func finding(
    _ about: RuleAbout,
    _ members: ClusterMembers,
    at standing: ClusterMembers.Member,
    _ message: String,
    evidence: [String: Double],
    gold: Int? = nil,
    told: [Int] = []
  ) -> Finding {
    let others = members.all.filter { $0.annotator != standing.annotator }
    let apart = others.map { (likeness: $0.box.iou(with: standing.box), member: $0) }
      .sorted { ($0.likeness, $0.member.box) < ($1.likeness, $1.member.box) }
      .prefix(Finding.mostOtherBoxes).map(\.member)
    return datasets[standing.annotator].finding(
      about,
      annotation: standing.row,
      message
        + places(standing, of: Self.ranked(others, first: told), AnnotatorNames(self, gold: gold)),
      evidence: evidence.merging(Finding.evidence(otherBoxes: apart.map(\.box.numbers))) { own, _ in
        own
      }
    )
  }

  /// The members with some of them first.
  private static func ranked(
    _ members: [ClusterMembers.Member],
    first: [Int]
  ) -> [ClusterMembers.Member] {
    members.filter { first.contains($0.annotator) }
      + members.filter { !first.contains($0.annotator) }
  }

  /// Annotations of others that a message tells.
  private static let mostTold = 4

  /// Whose annotation the finding stands at, and where those of the others are.
  private func places(
    _ standing: ClusterMembers.Member,
    of others: [ClusterMembers.Member],
    _ names: AnnotatorNames
  ) -> String {
    guard !others.isEmpty else { return "" }
    let shown = others.prefix(Self.mostTold).map { other in
      let annotation = datasets[other.annotator].reference(toAnnotation: other.row)
      return "\(names[other.annotator])'s is \(annotation)"
    }
    let rest = others.count - shown.count
    return "; this is \(names[standing.annotator])'s, " + shown.joined(separator: ", ")
      + (rest > 0 ? ", and \(rest) more" : "")
  }
}
