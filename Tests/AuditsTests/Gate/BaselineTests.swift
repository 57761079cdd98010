import Audits
import Findings
import Testing

@Suite("A baseline")
struct BaselineTests {
  private func judge(
    _ now: AuditReport.FindingSummary,
    base: AuditReport.FindingSummary,
    maximum: Int = 0
  ) -> AuditReport {
    let policy = Policy(
      clauses: [],
      limits: [
        Policy.Limit(subject: .rule("duplicate-box"), maximum: .count(maximum), place: "p.yml:9")
      ]
    )
    let baseline = FindingBaseline(GateSample.report(findings: base))
    return Gate(policy, baseline: ("base.json", baseline))
      .judged(GateSample.report(findings: now))
  }

  @Test("counts equal fingerprints: of three where it has two, exactly one is new")
  func multiset() {
    let report = judge(GateSample.summary("aaab"), base: GateSample.summary("aab"))
    #expect(report.findings.items.map(\.standing) == [.known, .known, .new, .known])
    #expect(
      report.gate?.baseline == .init(name: "base.json", newAtLeast: 1, newAtMost: 1, resolved: 0)
    )
    #expect(report.gate?.clauses[0].reason == "1 new finding of duplicate-box (3 known), 0 allowed")
    #expect(report.gate?.verdict == .fail)
  }

  @Test("lets what is known pass, in any order, and says what has gone")
  func known() {
    let report = judge(GateSample.summary("ba"), base: GateSample.summary("abbc"))
    #expect(report.gate?.verdict == .pass)
    #expect(report.gate?.baseline?.newAtMost == 0)
    #expect(report.gate?.baseline?.resolved == 2)
  }

  @Test("is that of a first run where a rule found nothing then")
  func empty() {
    let report = judge(GateSample.summary("a"), base: .init(total: 0, rules: [], items: []))
    #expect(report.gate?.verdict == .fail)
    #expect(report.findings.items.map(\.standing) == [.new])
  }

  /// All texts of `letters` with up to `length` of them.
  private func texts(_ letters: [String], upTo length: Int) -> [String] {
    guard length > 0 else { return [""] }
    let shorter = texts(letters, upTo: length - 1)
    return Set(shorter + shorter.flatMap { text in letters.map { text + $0 } }).sorted()
  }

  private func difference(_ now: String, _ base: String) -> Int {
    var left = Array(base)
    return now.count { letter in
      guard let index = left.firstIndex(of: letter) else { return true }
      left.remove(at: index)
      return false
    }
  }

  @Test("gives the tightest range where a report keeps fewer findings than it counts")
  func capped() {
    // Every pair of up to three findings of two kinds, each cut to its first `kept`: what was not kept
    // could be anything, a third kind too.
    let all = texts(["a", "b"], upTo: 3)
    let anything = texts(["a", "b", "c"], upTo: 3)
    for now in all {
      for base in all {
        for (keptNow, keptBase) in [(3, 3), (1, 3), (3, 1), (1, 1), (0, 3), (2, 1)] {
          let (seen, past) = (String(now.prefix(keptNow)), String(base.prefix(keptBase)))
          let possible = anything.filter { $0.count == now.count - seen.count }.flatMap { hidden in
            anything.filter { $0.count == base.count - past.count }
              .map { difference(seen + hidden, past + $0) }
          }
          let found = judge(
            GateSample.summary(seen, count: now.count),
            base: GateSample.summary(past, count: base.count)
          ).gate?.baseline
          let label = Comment(rawValue: "\(now) of \(keptNow), \(base) of \(keptBase)")
          #expect(found?.newAtLeast == possible.min(), label)
          // The upper end may be loose by what both did not keep, never too low.
          #expect((found?.newAtMost ?? -1) >= possible.max() ?? 0, label)
          if seen == now && past == base {
            #expect(found?.newAtLeast == found?.newAtMost, label)
          }
        }
      }
    }
  }

  @Test("makes a limit inside the range inconclusive, and says how to know")
  func inconclusive() throws {
    let report = judge(GateSample.summary("a", count: 5), base: GateSample.summary("aaaaa"))
    let clause = try #require(report.gate?.clauses.first)
    #expect(clause.verdict == .inconclusive)
    #expect(clause.measured == nil && clause.low == 0 && clause.high == 4)
    #expect(clause.reason.contains("0 to 4 new findings of duplicate-box"))
    #expect(clause.reason.contains("the report keeps 1 of 5"))
  }

  @Test("of a report that does not keep all is known to be incomplete")
  func incomplete() {
    let baseline = FindingBaseline(
      GateSample.report(findings: GateSample.summary("ab", count: 3))
    )
    #expect(baseline.incompleteRules == ["duplicate-box"])
  }

  @Test("has its new findings kept first where a report cannot keep all")
  func keeping() {
    let report = judge(GateSample.summary("abcd"), base: GateSample.summary("abc"))
    let kept = report.keeping(findingsPerRule: 2)
    #expect(kept.findings.items.map(\.image) == ["a.jpg", "d.jpg"])
    #expect(kept.findings.total == 4)
  }
}
