package import Findings

/// The agreement of several annotators over the threshold τ, and the τ that tells agreement from chance.
package struct PanelCurve: Sendable {
  /// Of annotators alone.
  private let pairing: PanelPairing
  private let options: MatchingOptions

  /// `gold`: The data set that is taken for right; it takes no part in agreement.
  package init(_ pairing: PanelPairing, options: MatchingOptions, gold: Int? = nil) {
    self.pairing = gold.map(pairing.without) ?? pairing
    self.options = options
  }

  /// Brings the objects together anew at every τ, and calibrates τ.
  package func records(
    thresholds: [Double] = ThresholdCurve.thresholds,
    bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    var records: [MetricRecord] = []
    for threshold in thresholds {
      var options = options
      options.minimumIoU = threshold
      let panel = await Panel(pairing, options: options, threads: bootstrap.threads)
      records += await bootstrap.records(
        of: [PanelAgreement(panel).overall],
        images: panel.images.count
      ).map { record in
        var record = record
        record.slice = record.slice.with(.iou, "\(threshold)")
        return record
      }
    }
    return records + ThresholdCalibration(pairing, options: options).records
  }
}
