import Annotations
import Findings
import Geometry
import Metrics

/// An object as the annotators of a panel see it, with what the reference says of it if there is one.
struct PanelObject {
  let pairing: PanelPairing
  /// Position in the pairing's `images`.
  let image: Int
  let cluster: ObjectCluster
  /// The data set that is taken for right; it is none of the annotators.
  let gold: Int?
  /// What was drawn, by the reference too.
  let members: ClusterMembers
  /// The member at which a finding stands: the box most like the others, of annotators if any drew it.
  let standing: ClusterMembers.Member

  /// `nil` where nobody drew it.
  init?(_ cluster: ObjectCluster, ofImageAt image: Int, in pairing: PanelPairing, gold: Int?) {
    let members = ClusterMembers(cluster.members, in: pairing)
    guard let standing = members.filter({ $0.annotator != gold }).medoid ?? members.medoid
    else { return nil }
    self.pairing = pairing
    self.image = image
    self.cluster = cluster
    self.gold = gold
    self.members = members
    self.standing = standing
  }

  /// Annotators who drew it.
  var drawers: [Int] {
    annotators { if case .category = $0 { true } else { false } }
  }

  /// Annotators who looked and drew nothing here.
  var missers: [Int] { annotators { $0 == .missing } }

  /// Annotators who cover it with a region, and so say nothing of it.
  var coverers: [Int] {
    let rows = pairing.images[image].rows
    return annotators { $0 == .unknown }.filter { rows[$0] != nil }
  }

  /// What the reference says of it; `nil` where there is none.
  var reference: UnitValue? { gold.map { cluster.values[$0] } }

  /// Whether someone who looked says that not every such object was annotated in this image (LVIS).
  var isOfOpenCategory: Bool {
    pairing.images[image].rows.enumerated().contains { annotator, row in
      guard let row else { return false }
      let dataset = pairing.datasets[annotator]
      return dataset.images.notExhaustive[row].contains {
        cluster.values.contains(.category(pairing.categoryCodes[annotator][Int($0)]))
      }
    }
  }

  private func annotators(who isSaid: (UnitValue) -> Bool) -> [Int] {
    cluster.values.indices.filter { $0 != gold && isSaid(cluster.values[$0]) }
  }
}

extension PanelObject {
  /// An order of the objects of one image that does not depend on that of the annotators.
  static func precedes(_ first: PanelObject, _ second: PanelObject) -> Bool {
    first.standing.box != second.standing.box
      ? first.standing.box < second.standing.box : first.category < second.category
  }

  /// As the member calls it at which a finding stands.
  private var category: Int32 {
    if case .category(let code) = cluster.values[standing.annotator] { code } else { -1 }
  }

  /// A finding about the object: it stands at one member and shows the boxes of the others beside it.
  ///
  /// `told`: Those whose annotations are told before others'.
  func finding(
    _ about: RuleAbout,
    _ message: String,
    evidence: [String: Double] = [:],
    told: [Int] = []
  ) -> Finding {
    pairing.finding(
      about,
      members,
      at: standing,
      message,
      evidence: evidence.merging([
        "annotators": Double(drawers.count + missers.count), "support": Double(drawers.count),
      ]) { own, _ in own },
      gold: gold,
      told: told
    )
  }
}
