import Metrics

/// How messages name the annotators of a panel.
struct AnnotatorNames {
  private let names: [String]
  /// The data set that is taken for right.
  private let gold: Int?

  /// More names than this say nothing more.
  private static let mostListed = 6

  init(_ pairing: PanelPairing, gold: Int? = nil) {
    names = pairing.names
    self.gold = gold
  }

  subscript(annotator: Int) -> String {
    annotator == gold ? "the reference" : Self.text(names[annotator])
  }

  /// `A, B and C`; of very many the first.
  func list(_ annotators: [Int]) -> String {
    let shown = annotators.prefix(Self.mostListed).map { self[$0] }
    guard shown.count == annotators.count else {
      return shown.joined(separator: ", ") + " and \(annotators.count - shown.count) more"
    }
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A and B in capitals, names as they are.
  static func text(_ name: String) -> String { name.count == 1 ? name.uppercased() : name }
}
