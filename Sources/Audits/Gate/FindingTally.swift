import Findings

/// Counts the findings that limits are about: without waived ones, and of those a baseline has, none.
///
/// A report counts all findings of a rule but may keep the first of them only; what was not kept might be
/// waived, known or new. A count is then a range, and a limit inside it is inconclusive.
struct FindingTally {
  struct Count: Hashable {
    var atLeast: Int
    var atMost: Int
    /// Of all that were found, those that waivers cover, and those that the baseline has, at least.
    var waived = 0
    var known = 0
    var found = 0
    var kept = 0

    static func + (a: Count, b: Count) -> Count {
      Count(
        atLeast: a.atLeast + b.atLeast,
        atMost: a.atMost + b.atMost,
        waived: a.waived + b.waived,
        known: a.known + b.known,
        found: a.found + b.found,
        kept: a.kept + b.kept
      )
    }
  }

  /// By rule id.
  private(set) var counts: [String: Count] = [:]
  /// The report's findings with their standing, in its order.
  private(set) var items: [Finding]
  private(set) var waivers: [GateResult.Waiver]
  /// Absent without a baseline.
  private(set) var comparison: GateResult.Baseline?

  init(
    _ summary: AuditReport.FindingSummary,
    baseline: (name: String, findings: FindingBaseline)?,
    waivers: [Policy.Waiver],
    today: CalendarDay?
  ) {
    items = summary.items
    let hasExpired = waivers.map { waiver in today.map { $0 > waiver.expires } ?? false }
    var uses = [Int](repeating: 0, count: waivers.count)
    if !waivers.isEmpty {
      for index in items.indices {
        for (number, waiver) in waivers.enumerated() where waiver.covers(items[index]) {
          uses[number] += 1
          if !hasExpired[number] { items[index].standing = .waived }
        }
      }
    }
    self.waivers = zip(waivers, zip(uses, hasExpired)).map { waiver, found in
      GateResult.Waiver(waiver, findings: found.0, hasExpired: found.1)
    }
    let active = zip(waivers, hasExpired).filter { !$1 }.map(\.0)
    count(summary, baseline?.findings, active)
    if let baseline { comparison = compared(summary, baseline) }
  }

  private mutating func count(
    _ summary: AuditReport.FindingSummary,
    _ baseline: FindingBaseline?,
    _ active: [Policy.Waiver]
  ) {
    var rows: [String: [Int]] = [:]
    for (index, item) in items.enumerated() { rows[item.rule, default: []].append(index) }
    let known = Dictionary(
      (baseline?.rules ?? []).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for rule in summary.rules {
      let own = rows[rule.id] ?? []
      let open = own.filter { items[$0].standing != .waived }
      var count = RuleBounds(
        found: rule.count,
        kept: own.count,
        waived: own.count - open.count,
        mayWaiveMore: active.contains { $0.mayCover(rule: rule.id) }
      )
      if baseline != nil { count.compare(mark(open, known[rule.id]), known[rule.id]) }
      counts[rule.id] = count.result
    }
  }

  /// Says of each finding whether the baseline has it, and gives how many it has.
  private mutating func mark(_ rows: [Int], _ known: FindingBaseline.Rule?) -> Int {
    var left: [String: Int] = [:]
    for fingerprint in known?.fingerprints ?? [] { left[fingerprint, default: 0] += 1 }
    let isComplete = known.map { $0.fingerprints.count >= $0.count } ?? true
    var found = 0
    for row in rows {
      if let count = left[items[row].fingerprint], count > 0 {
        left[items[row].fingerprint] = count - 1
        items[row].standing = .known
        found += 1
      } else if isComplete {
        items[row].standing = .new
      }
    }
    return found
  }

  private func compared(
    _ summary: AuditReport.FindingSummary,
    _ baseline: (name: String, findings: FindingBaseline)
  ) -> GateResult.Baseline {
    let sum = summary.rules.compactMap { counts[$0.id] }
      .reduce(Count(atLeast: 0, atMost: 0), +)
    var now: [String: [String: Int]] = [:]
    for item in items { now[item.rule, default: [:]][item.fingerprint, default: 0] += 1 }
    var resolved = 0
    for rule in baseline.findings.rules {
      guard let count = counts[rule.id] else { continue }
      var left = now[rule.id] ?? [:]
      var gone = 0
      for fingerprint in rule.fingerprints {
        if let same = left[fingerprint], same > 0 {
          left[fingerprint] = same - 1
        } else {
          gone += 1
        }
      }
      resolved += max(0, gone - (count.found - count.kept))
    }
    return GateResult.Baseline(
      name: baseline.name,
      newAtLeast: sum.atLeast,
      newAtMost: sum.atMost,
      resolved: resolved
    )
  }
}

/// The range in which the number of findings of a rule lies that count against a limit.
private struct RuleBounds {
  let found: Int
  let kept: Int
  let waived: Int
  /// Whether a waiver might cover findings that were not kept.
  let mayWaiveMore: Bool
  private var known = 0
  private var leastNew: Int?

  init(found: Int, kept: Int, waived: Int, mayWaiveMore: Bool) {
    // A file that says otherwise is not one of ours.
    self.found = max(found, kept)
    self.kept = kept
    self.waived = waived
    self.mayWaiveMore = mayWaiveMore
  }

  private var hidden: Int { found - kept }

  /// `matched` of the kept findings that are not waived are in the baseline.
  mutating func compare(_ matched: Int, _ baseline: FindingBaseline.Rule?) {
    known = matched
    let all = max(baseline?.count ?? 0, baseline?.fingerprints.count ?? 0)
    let unseen = all - (baseline?.fingerprints.count ?? 0)
    let open = kept - waived
    // Kept findings may still be among those of the baseline that were not kept.
    let matchedAtMost = matched + min(open - matched, unseen)
    leastNew = open - matchedAtMost
    guard !mayWaiveMore else { return }
    leastNew = max(open - matchedAtMost, found - waived - min(all, matchedAtMost + hidden))
  }

  var result: FindingTally.Count {
    FindingTally.Count(
      atLeast: leastNew ?? (found - waived - (mayWaiveMore ? hidden : 0)),
      atMost: found - waived - known,
      waived: waived,
      known: known,
      found: found,
      kept: kept
    )
  }
}

extension GateResult.Waiver {
  fileprivate init(_ waiver: Policy.Waiver, findings: Int, hasExpired: Bool) {
    self.init(
      state: hasExpired ? .expired : findings == 0 ? .stale : .active,
      subject: "\(waiver.subject)",
      reason: waiver.reason,
      owner: waiver.owner,
      expires: "\(waiver.expires)",
      findings: findings,
      place: waiver.place
    )
  }
}
