import Findings

/// Says which clause decides which number of a report.
///
/// A clause with `*` is about every value that the report has. A narrower clause on the same metric, one
/// that names a value where the broader has `*`, decides in its place; of two of which neither is
/// narrower, both decide.
struct ClauseAssignment {
  /// A clause with a number that it is about.
  struct Pair {
    var clause: Policy.Clause
    /// `nil` where the report has no such number.
    var record: MetricRecord?
    /// The part of the data, also where there is no number.
    var slice: SliceLabel
    /// Clauses in whose place this one decides.
    var overridden: [Policy.Clause]
  }

  let pairs: [Pair]

  init(_ clauses: [Policy.Clause], report: AuditReport) {
    var records: [String: [MetricRecord]] = [:]
    for record in report.metrics { records[record.id, default: []].append(record) }
    pairs = clauses.flatMap { clause -> [Pair] in
      let rivals = clauses.filter { $0.isRival(of: clause) }
      let known = records[clause.metric] ?? []
      let lookup = ThresholdLookup(clause.iou, records: known, report: report)
      return Self.parts(of: clause, in: known).compactMap { slice in
        guard !rivals.contains(where: { $0.isNarrower(than: clause) && $0.covers(slice) }) else {
          return nil
        }
        let record = lookup.record(at: slice)
        return Pair(
          clause: clause,
          record: record,
          slice: record?.slice ?? clause.iou.map { slice.with(.iou, "\($0)") } ?? slice,
          overridden: rivals.filter { clause.isNarrower(than: $0) && $0.covers(slice) }
        )
      }
    }
  }

  /// The parts of the data that a clause is about, in the report's order, τ left out; its own where the
  /// report has none.
  private static func parts(
    of clause: Policy.Clause,
    in records: [MetricRecord]
  ) -> [SliceLabel] {
    var seen: Set<SliceLabel> = []
    let parts = records.map { $0.slice.without(clause.slice[.iou] == nil ? .iou : nil) }
      .filter { clause.covers($0) && seen.insert($0).inserted }
    return parts.isEmpty ? [clause.slice] : parts
  }
}

/// Finds the numbers of a metric at a clause's τ.
private struct ThresholdLookup {
  private let records: [SliceLabel: MetricRecord]

  init(_ threshold: Double?, records all: [MetricRecord], report: AuditReport) {
    var found: [SliceLabel: MetricRecord] = [:]
    if let threshold {
      for record in all where record.slice[.iou].flatMap(Double.init) == threshold {
        found[record.slice.without(.iou)] = record
      }
    }
    // Numbers that name no τ are those at the τ of the matching.
    if threshold == nil || report.parameters["iou"] == threshold.map({ .number($0) }) {
      for record in all where found[record.slice] == nil { found[record.slice] = record }
    }
    records = found
  }

  /// `slice` without its τ, unless the clause gives `*` for it.
  func record(at slice: SliceLabel) -> MetricRecord? { records[slice] }
}

extension Policy.Clause {
  /// Whether the clause is about this part: the same keys, each value equal or `*`.
  func covers(_ part: SliceLabel) -> Bool {
    guard slice.values.count == part.values.count else { return false }
    return slice.values.allSatisfy { key, value in
      guard let other = part[key] else { return false }
      return value == "*" || value == other || key.hasRanges && other.withHyphens == value
    }
  }

  /// Whether two clauses promise the same of a number, so that one may stand in the other's place.
  func isRival(of other: Policy.Clause) -> Bool {
    metric == other.metric && promise.kind == other.promise.kind
      && promise.target.wantsMore == other.promise.target.wantsMore
      && slice.values.keys == other.slice.values.keys
  }

  /// Whether it names every value that the other names, and more.
  func isNarrower(than other: Policy.Clause) -> Bool {
    func named(_ clause: Policy.Clause) -> Set<SliceKey> {
      Set(clause.slice.values.filter { $0.value != "*" }.keys)
    }
    return named(self).isStrictSuperset(of: named(other))
  }
}

extension SliceLabel {
  func without(_ key: SliceKey?) -> SliceLabel {
    guard let key, values[key] != nil else { return self }
    var label = self
    label.values[key] = nil
    return label
  }
}

extension SliceKey {
  /// Whether its values are ranges, whose en dash few keyboards have.
  fileprivate var hasRanges: Bool { [.complexity, .categories, .crowding].contains(self) }
}

extension String {
  fileprivate var withHyphens: String { String(map { $0 == "–" ? "-" : $0 }) }
}
