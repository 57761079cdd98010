import Findings
import Metrics

/// An object that some of a panel drew and others did not, the reference among them.
struct PartlyDrawnRule: ClusterRule {
  static let about = ObjectOfOneSideRule.about

  /// What those lack who have no such object: "nothing with IoU ≥ 0.5".
  private let nothing: String

  init(settings: DisagreementSettings) {
    nothing = "nothing with \(settings.similarityName) ≥ \(settings.minimumIoU.messageText)"
  }

  func remark(on cluster: ObjectCluster) -> ((PanelObject) -> Finding)? {
    guard cluster.values.contains(.missing), cluster.support > 0 else { return nil }
    return finding
  }

  private func finding(about object: PanelObject) -> Finding {
    let names = AnnotatorNames(object.pairing, gold: object.gold)
    let (drawers, missers) = (object.drawers, object.missers)
    var parts: [String] = []
    if drawers.isEmpty {
      parts.append("only the reference has it")
    } else {
      let verb = drawers.count == 1 ? "has" : "have"
      parts.append(
        "\(drawers.count) of \(drawers.count + missers.count) annotators \(verb) it "
          + "(\(names.list(drawers)))"
      )
    }
    if !missers.isEmpty {
      parts.append("\(names.list(missers)) \(missers.count == 1 ? "has" : "have") \(nothing)")
    }
    switch object.reference {
    case .category where !drawers.isEmpty: parts.append("the reference has it")
    case .missing where missers.isEmpty: parts.append("the reference has \(nothing)")
    case .missing: parts.append("nor has the reference")
    default: break
    }
    return object.finding(
      Self.about,
      parts.joined(separator: ", ") + doubts(object, names).map { "; \($0)" }.joined(),
      evidence: object.reference.map { ["reference": $0 == .missing ? 0 : 1] } ?? [:]
    )
  }

  private func doubts(_ object: PanelObject, _ names: AnnotatorNames) -> [String] {
    let coverers = object.coverers
    let verb = coverers.count == 1 ? "covers" : "cover"
    return (coverers.isEmpty ? [] : ["\(names.list(coverers)) \(verb) it with a region"])
      + (object.isOfOpenCategory ? ["the category was not annotated exhaustively here"] : [])
  }
}
