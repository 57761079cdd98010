package import Findings

/// The numbers of an earlier run that a clause on a change is judged by.
///
/// Wherever they come from, a stored report or a history, they are those of a run that was accepted: one
/// that failed its policy, or that could not read all of its records, never becomes the reference.
package struct EarlierFigures: Sendable {
  /// As the user knows the run: `release-3.json`.
  package let name: String
  private let command: String
  private let parameters: [String: AuditReport.ParameterValue]
  private let records: [Key: MetricRecord]
  /// What the numbers of the new run are beside those of all accepted runs; `nil` for one report.
  private let standings: [Key: Trend.Judgement]?
  /// Why nothing can be compared, where that is known from the start.
  private let knownObstacle: String?

  private struct Key: Hashable {
    var id: String
    var slice: SliceLabel
  }

  /// Why a run cannot be a reference.
  package enum Unusable: Error, Hashable, CustomStringConvertible {
    case failed
    case partial(records: Int)

    package var description: String {
      switch self {
      case .failed: "it failed its policy; a run that was not accepted is no reference"
      case .partial(let records):
        "\(records) of its records could not be read; a run on a part of the data is no reference"
      }
    }
  }

  package init(_ report: AuditReport, name: String) throws(Unusable) {
    if report.gate?.verdict == .fail { throw .failed }
    let unread = report.inputs.reduce(0.0) { $0 + Double($1.quarantined) }
    if unread > 0 { throw .partial(records: Int(exactly: unread) ?? .max) }
    self.init(
      name: name,
      command: report.command,
      parameters: report.parameters,
      records: report.metrics
    )
  }

  /// `records` of one accepted run; of two with the same id and slice, the first counts.
  ///
  /// `standings` say what the numbers of the new run are beside those of all accepted runs.
  package init(
    name: String,
    command: String,
    parameters: [String: AuditReport.ParameterValue],
    records: [MetricRecord],
    standings: [(record: MetricRecord, judgement: Trend.Judgement)]? = nil,
    obstacle: String? = nil
  ) {
    self.name = name
    self.standings = standings.map { standings in
      Dictionary(
        standings.map { (Key(id: $0.record.id, slice: $0.record.slice), $0.judgement) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    knownObstacle = obstacle
    self.command = command
    self.parameters = parameters
    self.records = Dictionary(
      records.map { (Key(id: $0.id, slice: $0.slice), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  package func record(_ id: String, _ slice: SliceLabel) -> MetricRecord? {
    records[Key(id: id, slice: slice)]
  }

  /// Whether there are accepted runs beside which a number can stand.
  var hasStandings: Bool { standings != nil }

  func standing(_ id: String, _ slice: SliceLabel) -> Trend.Judgement? {
    standings?[Key(id: id, slice: slice)]
  }

  /// Parameters that change what a number means.
  private static let decisive = [
    "category-bonus", "ignore-difficult", "iou", "iou-convention", "matching", "similarity",
  ]

  /// Why the numbers of `report` cannot be compared with these, or `nil` where they can.
  package func obstacle(to report: AuditReport) -> String? {
    if let knownObstacle { return knownObstacle }
    guard command == report.command else {
      return "\(name) is the report of '\(command)', this one of '\(report.command)'"
    }
    let other = Self.decisive.filter { parameters[$0] != report.parameters[$0] }
    return other.isEmpty ? nil : "\(name) was made with another \(other.joined(separator: ", "))"
  }
}
