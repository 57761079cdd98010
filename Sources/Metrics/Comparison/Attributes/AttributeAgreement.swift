import Annotations
package import Findings
import Statistics

/// Whether two annotators give the same attributes to the same object.
package struct AttributeAgreement: ComparisonMetric {
  package static let about = MetricAbout(
    id: "attribute-agreement",
    version: 1,
    outputs: [
      .init(
        id: "attribute-agreement",
        summary: "share of objects to which both give the same value",
        unit: "share",
        formula: """
          equal; numbers up to a relative 1e-9, or the tolerance that is declared; free text from a normalised Levenshtein similarity of \
          .8; a missing value is a value; n = matched pairs of the same category
          """
      ),
      .init(
        id: "attribute-kappa",
        summary: "agreement beyond chance on the value",
        unit: "",
        formula: "Cohen's κ over all values that occur, the missing one included; n = pairs"
      ),
      .init(
        id: "attribute-kappa-weighted",
        summary:
          "agreement beyond chance on the value of a number or a grade, near values counting",
        unit: "",
        formula:
          "κ with quadratic weights on the order of the values, or of the grades that are declared; n = pairs where both give one"
      ),
      .init(
        id: "attribute-icc",
        summary: "how much of the spread of a number is the objects', not the annotators'",
        unit: "",
        formula: "ICC(A,1), two-way, absolute agreement; n = pairs where both give one"
      ),
      .init(
        id: "attribute-coverage",
        summary: "share of objects to which this side gives a value",
        unit: "share",
        formula: "values given / pairs; n = pairs"
      ),
      .init(
        id: "attribute-power-of-ten",
        summary: "objects whose two numbers differ by a power of ten",
        unit: "objects",
        formula: "count; n = pairs"
      ),
      .init(
        id: "attribute-iou-share",
        summary:
          "share of the same pairs whose boxes reach the tier, to be seen beside the attribute",
        unit: "share",
        formula: "count(IoU ≥ .75) / pairs; n = pairs"
      ),
      .init(
        id: "attribute-minus-iou",
        summary: "how much better (above 0) attributes agree than boxes do",
        unit: "share",
        formula: "attribute-agreement − attribute-iou-share; n = pairs"
      ),
    ],
    source: "DEFINITIONS §6; J. Cohen, 1960 and 1968; V. I. Levenshtein, 1966"
  )

  package struct State: Mergeable, Codable, Equatable {
    var pairs = PerImageRows<AttributePair>()

    package mutating func merge(_ other: State) { pairs.merge(other.pairs) }
  }

  /// What the two sides say of one attribute of one object.
  struct AttributePair: Comparable, Codable, Sendable {
    var image: Int32
    var attribute: String
    var a: ComparedValue
    var b: ComparedValue
    var iou: Double

    static func < (lhs: AttributePair, rhs: AttributePair) -> Bool {
      if lhs.image != rhs.image { return lhs.image < rhs.image }
      if lhs.attribute != rhs.attribute { return lhs.attribute < rhs.attribute }
      if lhs.iou != rhs.iou { return lhs.iou < rhs.iou }
      return (lhs.a.name, lhs.b.name) < (rhs.a.name, rhs.b.name)
    }
  }

  /// Names that describe the record, not the object.
  private static let ignored: Set<String> = [
    "id", "area", "iscrowd", "track_id", "keyframe", "z_order", "group", "rotation", "outside",
    "score",
  ]

  private let context: ComparisonContext
  /// Attributes that occur on both sides, by name.
  private let names: [String]

  package init(_ context: ComparisonContext) {
    self.context = context
    let used = Sides(a: Self.names(of: context.pairing.a), b: Self.names(of: context.pairing.b))
    names = used.a.intersection(used.b).subtracting(Self.ignored).sorted()
  }

  package func initial() -> State { State() }

  package func update(_ state: inout State, with images: ComparedImages) {
    guard !names.isEmpty else { return }
    for pair in images.pairs where pair.agrees {
      let values = Sides(
        a: values(of: pair.a, in: context.pairing.a),
        b: values(of: pair.b, in: context.pairing.b)
      )
      for name in names {
        let own = Sides(a: values.a[name] ?? .missing, b: values.b[name] ?? .missing)
        state.pairs.append(
          AttributePair(
            image: pair.image,
            attribute: name,
            a: own.a,
            b: own.b,
            iou: pair.iou
          )
        )
      }
    }
  }

  package func figures(from state: State) -> Figures {
    var draft = FiguresDraft()
    let byName = Dictionary(grouping: state.pairs.rows, by: \.attribute)
    for name in names {
      guard let pairs = byName[name], pairs.contains(where: { !$0.a.isMissing || !$0.b.isMissing })
      else { continue }
      let slice = context.part.with(.attribute, name)
      let summary = AttributeSummary(pairs, slice: slice, declared: context.scales[name])
      draft.add(AttributeSummary.meanIDs, slice, summary.means)
      draft.add(summary.records)
    }
    return draft.figures
  }

  private static func names(of dataset: Dataset) -> Set<String> {
    Set(Set(dataset.attributes.elements.map(\.name)).map { dataset.strings[$0] })
  }

  private func values(of row: Int, in dataset: Dataset) -> [String: ComparedValue] {
    Dictionary(
      dataset.attributes(ofAnnotation: row).map {
        (dataset.strings[$0.name], ComparedValue($0.value, in: dataset.strings))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
