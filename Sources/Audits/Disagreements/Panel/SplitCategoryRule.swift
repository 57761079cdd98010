import Findings
import Metrics

/// An object that a panel's annotators, or they and the reference, put into different categories.
struct SplitCategoryRule: ClusterRule {
  static let about = CategoryDisagreementRule.about

  /// What is compared, as a message says it.
  private let similarity: String

  /// More categories than this are counted.
  private static let mostListed = 6

  init(settings: DisagreementSettings) { similarity = settings.similarityName }

  func remark(on cluster: ObjectCluster) -> ((PanelObject) -> Finding)? {
    var first: Int32?
    for case .category(let code) in cluster.values {
      if let first, first != code { return finding }
      first = code
    }
    return nil
  }

  private func finding(about object: PanelObject) -> Finding {
    let votes = votes(on: object)
    let names = AnnotatorNames(object.pairing, gold: object.gold)
    let voices = object.drawers.count + object.missers.count
    var parts = votes.prefix(Self.mostListed).enumerated().map { position, vote in
      let of = position == 0 ? " of \(voices) annotators" : ""
      let verb = vote.annotators.count == 1 ? "says" : "say"
      return "\(vote.annotators.count)\(of) \(verb) '\(vote.category)' "
        + "(\(names.list(vote.annotators)))"
    }
    if votes.count > parts.count { parts.append("\(votes.count - parts.count) more categories") }
    if case .category(let code) = object.reference {
      parts.append("the reference says '\(object.pairing.categories[Int(code)])'")
    }
    let lowest = object.cluster.similarities.lowest
    let overlap = lowest.map { "; lowest \(similarity) \($0.messageText)" }
    return object.finding(
      Self.about,
      parts.joined(separator: ", ") + (overlap ?? ""),
      evidence: lowest.map { ["iou": $0] } ?? [:],
      told: votes.dropFirst().flatMap(\.annotators)
    )
  }

  /// Who says what, the most frequent category first, equal ones by name; without the reference.
  private func votes(on object: PanelObject) -> [(category: String, annotators: [Int])] {
    var annotators: [Int32: [Int]] = [:]
    for (annotator, value) in object.cluster.values.enumerated() where annotator != object.gold {
      if case .category(let code) = value { annotators[code, default: []].append(annotator) }
    }
    return annotators.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { (object.pairing.categories[Int($0.key)], $0.value) }
  }
}
