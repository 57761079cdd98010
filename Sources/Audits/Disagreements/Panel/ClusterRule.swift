package import Findings
import Metrics

/// One way in which more than two annotators can differ about one object; a file each, listed in
/// `ClusterRuleCatalog`.
///
/// What has a counterpart among two annotators bears its id and its words: a `DisagreementRule`'s `about`.
protocol ClusterRule: Sendable {
  static var about: RuleAbout { get }

  init(settings: DisagreementSettings)

  /// Says what there is to say of an object, where that will be kept; `nil` where there is nothing.
  func remark(on cluster: ObjectCluster) -> ((PanelObject) -> Finding)?
}

/// All of them, in the order in which a report lists them.
package enum ClusterRuleCatalog {
  static let all: [any ClusterRule.Type] = [
    SplitCategoryRule.self,
    PartlyDrawnRule.self,
    LooseClusterRule.self,
  ]

  package static var abouts: [RuleAbout] { all.map { $0.about } }
}
