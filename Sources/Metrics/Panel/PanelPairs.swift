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
    },
    source: "DEFINITIONS §2"
  )

  private static let ids = ["dice", "cohen-kappa", "alpha", "iou-mean"]

  /// Of each pair, in slice `pair`: what two annotators' comparison gives of all objects.
  package let records: [MetricRecord]

  init(_ panel: Panel, bootstrap: ImageBootstrap) async {
    let pairing = panel.pairing
    var records: [MetricRecord] = []
    for a in pairing.names.indices {
      for b in pairing.names.indices.dropFirst(a + 1) {
        let comparison = await Comparison(
          DatasetPairing(pairing.datasets[a], pairing.datasets[b]),
          options: panel.options,
          threads: bootstrap.threads
        )
        let own = await comparison.wholeRecords(bootstrap: bootstrap)
        let name = "\(pairing.names[a]) × \(pairing.names[b])"
        records += own.filter {
          $0.slice == .overall || Array($0.slice.values.keys) == [.annotator]
        }
        .map { record in
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

  /// The mean over all pairs of each agreement number.
  var means: [MetricRecord] {
    Self.ids.map { id in
      let values = records.filter { $0.id == id && $0.slice.values.count == 1 }.compactMap(\.value)
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
