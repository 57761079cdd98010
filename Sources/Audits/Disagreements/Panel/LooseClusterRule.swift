import Findings
import Geometry
import Metrics

/// An object of which two boxes of the same category lie less well on each other than the tier asks.
struct LooseClusterRule: ClusterRule {
  static let about = LooseAgreementRule.about

  private let tier: Double
  private let comparesBoxes: Bool
  /// What is compared, as a message says it.
  private let similarity: String

  init(settings: DisagreementSettings) {
    tier = settings.looseIoU
    comparesBoxes = settings.comparesBoxes
    similarity = settings.similarityName
  }

  /// Finds the two of the same category that are least alike, if they are less alike than the tier asks.
  func remark(on cluster: ObjectCluster) -> ((PanelObject) -> Finding)? {
    // Most clusters lie well; this asks nothing further of them.
    guard let lowest = cluster.similarities.lowest, lowest < tier,
      let pair = Self.pairs(of: cluster).min(by: { $0.similarity < $1.similarity }),
      pair.similarity < tier
    else { return nil }
    return { finding(about: $0, pair) }
  }

  private func finding(about object: PanelObject, _ pair: MemberSimilarities.Pair) -> Finding {
    let names = AnnotatorNames(object.pairing, gold: object.gold)
    let members = object.cluster.support
    let noun = comparesBoxes ? "boxes" : "shapes"
    return object.finding(
      Self.about,
      "lowest \(similarity) of the \(members) \(noun) is \(pair.similarity.messageText) "
        + "(\(names.list([pair.first, pair.second]))), below \(tier.messageText)"
        + stray(in: object, pair, names),
      evidence: ["iou": pair.similarity],
      told: [pair.first, pair.second]
    )
  }

  /// Every two who put the object into the same category.
  private static func pairs(of cluster: ObjectCluster) -> [MemberSimilarities.Pair] {
    let values = cluster.values
    return cluster.similarities.pairs.filter { values[$0.first] == values[$0.second] }
  }

  /// Whose box it is that lies apart, and at which edge; empty where that cannot be said.
  private func stray(
    in object: PanelObject,
    _ pair: MemberSimilarities.Pair,
    _ names: AnnotatorNames
  ) -> String {
    let category = object.cluster.values[pair.first]
    let alike = object.members.filter { object.cluster.values[$0.annotator] == category }
    let judge = object.gold.flatMap { object.cluster.values[$0] == category ? $0 : nil }
    let apart = strays(among: alike.all.map(\.annotator), judge, object.cluster)
    guard let first = apart.first else { return "" }
    let rest = alike.filter {
      judge == nil ? !apart.contains($0.annotator) : $0.annotator == judge
    }
    guard apart.count == 1, comparesBoxes, let reference = rest.medianBox,
      let own = alike.all.first(where: { $0.annotator == first })
    else { return ", \(names.list(apart)) \(apart.count == 1 ? "lies" : "lie") apart" }
    return ", \(names[first]) lies apart\(BoxDeviation(own.box, from: reference).text)"
  }

  /// Those of whom no box of the others is within the tier, where most have one that is.
  ///
  /// `judge`: The reference, if it has the object: then those who are not within the tier of it.
  private func strays(
    among annotators: [Int],
    _ judge: Int?,
    _ cluster: ObjectCluster
  ) -> [Int] {
    let close = Self.pairs(of: cluster).filter { pair in
      pair.similarity >= tier
        && (judge.map { pair.first == $0 || pair.second == $0 } ?? true)
    }
    let near = Set(close.flatMap { [$0.first, $0.second] } + (judge.map { [$0] } ?? []))
    let apart = annotators.filter { !near.contains($0) }
    return judge != nil || apart.count * 2 < annotators.count ? apart : []
  }
}
