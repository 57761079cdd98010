package import Findings
import Statistics

/// How several annotators agree, all together.
package struct PanelAgreement: Sendable {
  package static let about = MetricAbout(
    id: "panel-agreement",
    version: 1,
    outputs: [
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

  private let gold: Int?

  init(_ panel: Panel, gold: Int?) {
    self.panel = panel
    self.gold = gold
    units = gold.map { panel.units.without($0) } ?? panel.units
  }

  var figures: Figures {
    let sums = units.sums
    let imageAlphas = ImageMeans(
      sums.imageAlphas.enumerated(),
      image: { Int32($0.offset) },
      columns: [{ $0.element }]
    )
    let without = panel.pairing.names.indices.map { units.without($0).sums }
    var draft = FiguresDraft()
    draft.add(counts)
    let n = units.count
    draft.add("alpha", .overall, n: n, support: sums.support) { sums.alphas(in: $0) }
    draft.add("alpha-image-mean", .overall, n: imageAlphas.n, support: imageAlphas.support) {
      Self.means(imageAlphas, $0)
    }
    for (annotator, name) in panel.pairing.names.enumerated() where annotator != gold {
      let others = without[annotator]
      draft.add("vitality", SliceLabel([.annotator: name]), n: n, support: others.support) {
        resamples in
        zip(sums.alphas(in: resamples), others.alphas(in: resamples)).map { all, without in
          guard let value = all.value else { return all }
          return without.map { value - $0 }
        }
      }
    }
    for category in usedCategories {
      let own = units.containing(category)
      let ownSums = own.sums
      let slice = SliceLabel([.category: panel.pairing.categories[Int(category)]])
      draft.add("alpha", slice, n: own.count, support: ownSums.support) {
        ownSums.alphas(in: $0)
      }
    }
    for part in PanelParts(panel, units: units).all {
      let own = part.units.sums
      draft.add("alpha", part.label, n: part.units.count, support: own.support) {
        own.alphas(in: $0)
      }
    }
    return draft.figures
  }

  private var counts: [MetricRecord] {
    let clusters = panel.images.flatMap(\.clusters)
    let complete = units.complete
    var sums = FleissSums(annotators: panel.pairing.names.count)
    for unit in complete { sums.addUnit(unit) }
    return [
      MetricRecord(
        "clusters",
        .overall,
        count: clusters.count,
        of: clusters.reduce(0) { $0 + $1.support }
      ),
      MetricRecord("clusters-complete", .overall, count: complete.count, of: clusters.count),
      MetricRecord("fleiss-kappa", .overall, sums.kappa, n: complete.count),
    ]
  }

  private var usedCategories: [Int32] {
    var used: Set<Int32> = []
    for cluster in panel.images.flatMap(\.clusters) {
      for case .category(let code) in cluster.values { used.insert(code) }
    }
    return used.sorted()
  }

  private static func means(_ alphas: ImageMeans, _ resamples: Resamples) -> [Measured] {
    alphas.means(in: resamples).map {
      $0.map(Measured.value) ?? .undefined(UndefinedReason("no image was compared"))
    }
  }
}
