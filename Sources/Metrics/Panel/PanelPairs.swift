package import Findings
import Statistics

/// Every two annotators of a panel, compared as if they were alone.
package struct PanelPairs: Sendable {
  package static let about = MetricAbout(
    id: "panel-pairs",
    version: 1,
    outputs: PanelPairs.ids.map { id in
      .init(
        id: "\(id)-pair-mean",
        summary: "\(id) of every two annotators, averaged",
        unit: "",
        formula: "mean over the pairs for which it is defined; n = pairs"
      )
    } + [
      .init(
        id: "collaboration-clusters",
        summary: "groups of annotators who agree among themselves",
        unit: "groups",
        formula:
          "average linkage on the α of every two (1 of two who never differ), joined from .70 on; n = annotators"
      ),
      .init(
        id: "collaboration-cluster",
        summary: "the group that the annotator belongs to, 1 the largest",
        unit: "",
        formula: "the same; n = annotators in the group"
      ),
    ],
    source:
      "DEFINITIONS §2; D. Tschirschwitz, V. Rodehorst, 2026, for the matrix; R. R. Sokal, "
      + "C. D. Michener, 1958, for the groups"
  )

  private static let ids = ["dice", "cohen-kappa", "alpha", "iou-mean"]

  private static let metrics: [any ComparisonMetric.Type] = [
    CategoryAgreement.self, IoUDistribution.self, MissingObjects.self, BoxPlacement.self,
    SecondsPerObject.self, UnseenObjects.self, AttributeAgreement.self, KeypointAgreement.self,
  ]

  /// What the records of a pair are cut by; numbers of each category would be too many.
  private static let cuts: Set<SliceKey> = [.annotator, .attribute, .keypoint, .iou]

  /// Of each pair, in slice `pair`: what two annotators' comparison gives of all objects.
  package let records: [MetricRecord]

  /// Agreement from which two annotators work alike: what the trade asks for before full-scale work.
  private static let alike = 0.7

  /// Those whose agreement is asked for: the reference is none of them.
  private let names: [String]

  init(
    _ panel: Panel,
    gold: Int?,
    scales: [String: DeclaredScale],
    bootstrap: ImageBootstrap
  ) async {
    let pairing = panel.pairing
    names = pairing.names.enumerated().filter { $0.offset != gold }.map(\.element)
    var records: [MetricRecord] = []
    for a in pairing.names.indices {
      for b in pairing.names.indices.dropFirst(a + 1) {
        let comparison = await Comparison(
          DatasetPairing(pairing.datasets[a], pairing.datasets[b]),
          options: panel.options,
          scales: scales,
          threads: bootstrap.threads
        )
        let own = await comparison.records(of: Self.metrics, bootstrap: bootstrap)
        let name = Self.name(pairing.names[a], pairing.names[b])
        records += own.filter { Self.cuts.isSuperset(of: $0.slice.values.keys) }.map { record in
          var record = record
          record.slice = record.slice.with(.pair, name)
          if let side = record.slice[.annotator] {
            record.slice = record.slice.with(.annotator, pairing.names[side == "a" ? a : b])
          }
          return record
        }
      }
    }
    self.records = records
  }

  private static func name(_ a: String, _ b: String) -> String { "\(a) × \(b)" }

  /// Who agrees with whom, when there are three annotators or more.
  var clusters: [MetricRecord] {
    guard names.count > 2 else { return [] }
    let groups = AverageLinkage.groups(of: names.count, atLeast: Self.alike) { a, b in
      let pair = Self.name(names[a], names[b])
      // α of two who never differ, on one category alone, is undefined; they work alike all the same.
      return value("alpha", pair) ?? (value("dice", pair) == 1 ? 1 : nil)
    }
    return [MetricRecord("collaboration-clusters", .overall, count: groups.count, of: names.count)]
      + groups.enumerated().flatMap { number, group in
        group.map { annotator in
          MetricRecord(
            "collaboration-cluster",
            SliceLabel([.annotator: names[annotator]]),
            count: number + 1,
            of: group.count
          )
        }
      }
  }

  private func value(_ id: String, _ pair: String) -> Double? {
    records.first { $0.id == id && $0.slice == SliceLabel([.pair: pair]) }?.value
  }

  /// The mean over all pairs of each agreement number.
  var means: [MetricRecord] {
    Self.ids.map { id in
      let values = names.indices.flatMap { a in
        names[(a + 1)...].compactMap { value(id, Self.name(names[a], $0)) }
      }
      return MetricRecord(
        "\(id)-pair-mean",
        .overall,
        values.isEmpty
          ? .undefined(UndefinedReason("it is undefined for every pair"))
          : .value(values.reduce(0, +) / Double(values.count)),
        n: values.count
      )
    }
  }
}
