package import Findings
import Statistics

/// How several annotators agree, all together.
package struct PanelAgreement: Sendable {
  package static let about = MetricAbout(
    id: "panel-agreement",
    version: 1,
    outputs: [
      .init(
        id: "dice",
        summary: "agreement on objects: found by both, with the same category",
        unit: "share",
        formula: """
          of several annotators: Σ over pairs of them of 2·m_c ÷ Σ of n_A,c + n_B,c, all brought together at \
          once; n = objects
          """
      ),
      .init(
        id: "fleiss-kappa",
        summary: "agreement beyond chance on the category of objects that all annotators drew",
        unit: "",
        formula: "(P̄ − P̄_e) / (1 − P̄_e) over complete clusters; n = clusters"
      ),
      .init(
        id: "vitality",
        summary:
          "what the annotator adds to the agreement: below 0, the others agree better without",
        unit: "",
        formula: "α − α without the annotator's values, nothing matched anew; n = units"
      ),
      .init(
        id: "clusters",
        summary: "objects that at least one annotator drew",
        unit: "objects",
        formula: "count; n = annotations that took part"
      ),
      .init(
        id: "consensus-objects",
        summary: "objects that enough annotators drew to be in the merged data set",
        unit: "objects",
        formula: "count(support ≥ quorum); n = clusters"
      ),
      .init(
        id: "consensus-rejected",
        summary: "objects that too few annotators drew",
        unit: "objects",
        formula: "count(support < quorum); n = clusters"
      ),
      .init(
        id: "clusters-complete",
        summary: "objects that all annotators drew",
        unit: "objects",
        formula: "count; n = clusters"
      ),
    ],
    source: "J. L. Fleiss, 1971; D. Tschirschwitz, V. Rodehorst, 2026, for vitality"
  )

  private let panel: Panel
  private let units: PanelUnits

  /// `panel`: Of annotators alone, without a reference.
  init(_ panel: Panel) {
    self.panel = panel
    units = panel.units
  }

  var figures: Figures {
    var draft = FiguresDraft()
    draft.add(counts)
    addOverall(to: &draft)
    addVitality(to: &draft)
    let dice = PanelDice.all(of: units).byCategory
    for category in usedCategories {
      let slice = SliceLabel([.category: panel.pairing.categories[Int(category)]])
      if let own = dice[category] { Self.add(own, slice, to: &draft) }
      Self.addAlpha(of: units.containing(category), slice, to: &draft)
    }
    for part in PanelParts(panel, units: units).all {
      Self.add(PanelDice.all(of: part.units).overall, part.label, to: &draft)
      Self.addAlpha(of: part.units, part.label, to: &draft)
    }
    return draft.figures
  }

  /// What the curve over τ shows.
  var overall: Figures {
    var draft = FiguresDraft()
    addOverall(to: &draft)
    return draft.figures
  }

  private func addOverall(to draft: inout FiguresDraft) {
    Self.add(PanelDice.all(of: units).overall, .overall, to: &draft)
    Self.addAlpha(of: units, .overall, to: &draft)
    let alphas = ImageMeans(
      units.sums.imageAlphas.enumerated(),
      image: { Int32($0.offset) },
      columns: [{ $0.element }]
    )
    draft.add("alpha-image-mean", .overall, n: alphas.n, support: alphas.support) { resamples in
      alphas.means(in: resamples).map {
        $0.map(Measured.value) ?? .undefined(UndefinedReason("no image was compared"))
      }
    }
    let complete = CompleteUnits(units)
    draft.add("fleiss-kappa", .overall, n: complete.count, support: complete.support) {
      complete.kappas(in: $0)
    }
  }

  private func addVitality(to draft: inout FiguresDraft) {
    let (sums, n) = (units.sums, units.count)
    for (annotator, name) in panel.pairing.names.enumerated() {
      let others = units.without(annotator).sums
      draft.add("vitality", SliceLabel([.annotator: name]), n: n, support: others.support) {
        resamples in
        zip(sums.alphas(in: resamples), others.alphas(in: resamples)).map { all, without in
          guard let value = all.value else { return all }
          return without.map { value - $0 }
        }
      }
    }
  }

  private static func add(_ dice: PanelDice, _ slice: SliceLabel, to draft: inout FiguresDraft) {
    draft.add("dice", slice, n: dice.n, support: dice.support) { dice.values(in: $0) }
  }

  private static func addAlpha(
    of units: PanelUnits,
    _ slice: SliceLabel,
    to draft: inout FiguresDraft
  ) {
    let sums = units.sums
    draft.add("alpha", slice, n: units.count, support: sums.support) { sums.alphas(in: $0) }
  }

  private var counts: [MetricRecord] {
    let clusters = panel.images.flatMap(\.clusters)
    return [
      MetricRecord(
        "clusters",
        .overall,
        count: clusters.count,
        of: clusters.reduce(0) { $0 + $1.support }
      ),
      MetricRecord(
        "clusters-complete",
        .overall,
        count: CompleteUnits(units).count,
        of: clusters.count
      ),
    ]
  }

  private var usedCategories: [Int32] {
    var used: Set<Int32> = []
    for cluster in panel.images.flatMap(\.clusters) {
      for case .category(let code) in cluster.values { used.insert(code) }
    }
    return used.sorted()
  }
}
