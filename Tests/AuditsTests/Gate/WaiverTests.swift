import Audits
import Findings
import Testing

@Suite("A waiver")
struct WaiverTests {
  private func waiver(
    _ subject: Policy.Waiver.Subject,
    until expires: String = "2027-01-31"
  ) throws -> Policy.Waiver {
    Policy.Waiver(
      subject: subject,
      reason: "agreed",
      owner: "ada",
      expires: try #require(CalendarDay(expires)),
      place: "p.yml:20"
    )
  }

  private func judge(
    _ waivers: [Policy.Waiver],
    _ findings: AuditReport.FindingSummary = GateSample.summary("abc"),
    on day: String = "2026-11-21"
  ) throws -> AuditReport {
    let policy = Policy(
      clauses: [],
      limits: [
        Policy.Limit(subject: .severity(.error), maximum: .count(0), place: "p.yml:9")
      ],
      waivers: waivers
    )
    return Gate(policy, today: CalendarDay(day))
      .judged(GateSample.report(findings: findings))
  }

  @Test("takes findings out of the limits, by fingerprint or by rule, image and category")
  func covers() throws {
    let first = GateSample.summary("abc").items[0].fingerprint
    let report = try judge([
      try waiver(.fingerprint(first)),
      try waiver(.pattern(rule: "duplicate-box", image: "b*", category: "cat")),
    ])
    #expect(report.findings.items.map(\.standing) == [.waived, .waived, nil])
    #expect(report.gate?.clauses[0].reason == "1 finding of severity error (2 waived), 0 allowed")
    #expect(report.gate?.waivers?.map(\.state) == [.active, .active])
  }

  @Test("covers only where rule, image and category all fit")
  func misses() throws {
    let report = try judge([
      try waiver(.pattern(rule: "duplicate-box", image: "z*", category: nil)),
      try waiver(.pattern(rule: "duplicate-box", image: nil, category: "dog")),
      try waiver(.pattern(rule: "degenerate-box", image: nil, category: nil)),
    ])
    #expect(report.gate?.waivers?.map(\.state) == [.stale, .stale, .stale])
    #expect(report.findings.items.allSatisfy { $0.standing == nil })
    #expect(report.gate?.verdict == .fail)
  }

  @Test(
    "counts up to its last day and not beyond",
    arguments: [("2027-01-31", Verdict.pass), ("2027-02-01", .fail)]
  )
  func expires(day: String, verdict: Verdict) throws {
    let all = try waiver(.pattern(rule: "duplicate-box", image: nil, category: nil))
    let report = try judge([all], on: day)
    #expect(report.gate?.verdict == verdict)
    let state = try #require(report.gate?.waivers?.first)
    #expect(state.state == (verdict == .pass ? .active : .expired))
    #expect(state.findings == 3 && state.owner == "ada" && state.expires == "2027-01-31")
  }

  @Test("may cover findings that were only counted, so that a limit on them is inconclusive")
  func capped() throws {
    let all = try waiver(.pattern(rule: "duplicate-box", image: "z*", category: nil))
    let report = try judge([all], GateSample.summary("z", count: 3))
    #expect(report.gate?.verdict == .inconclusive)
    #expect(report.gate?.clauses[0].reason.contains("0 to 2 findings") == true)
  }

  @Test("takes one of equal findings for covered together with the others")
  func withBaseline() throws {
    let all = try waiver(.pattern(rule: "duplicate-box", image: "a*", category: nil))
    let policy = Policy(
      clauses: [],
      limits: [
        Policy.Limit(subject: .rule("duplicate-box"), maximum: .count(0), place: "p.yml:9")
      ],
      waivers: [all]
    )
    let base = FindingBaseline(GateSample.report(findings: GateSample.summary("ab")))
    let report = Gate(policy, baseline: ("base.json", base))
      .judged(GateSample.report(findings: GateSample.summary("aab")))
    #expect(report.gate?.verdict == .pass)
    #expect(report.gate?.baseline?.newAtMost == 0)
  }

  @Test("is written on a day that there is")
  func days() {
    for text in ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-00", "2026-01-01x"] {
      #expect(CalendarDay(text) == nil, "\(text)")
    }
    #expect(CalendarDay("2028-02-29").map { "\($0)" } == "2028-02-29")
    #expect(CalendarDay(year: 2026, month: 12, day: 31) == CalendarDay("2026-12-31"))
  }

  @Test(
    "matches file names with stars",
    arguments: [
      ("a/*.jpg", "a/b.jpg", true), ("a/*.jpg", "a/.jpg", true), ("a/*.jpg", "b/a.jpg", false),
      ("*", "", true), ("*night*", "x/night/1.png", true), ("*night*", "x/day/1.png", false),
      ("a*a", "a", false), ("a*a", "aa", true), ("*ab*ab", "abab", true), ("*ab*ab", "ab", false),
      ("a.jpg", "a.jpg", true), ("a.jpg", "xa.jpg", false),
    ]
  )
  func wildcard(pattern: String, name: String, fits: Bool) throws {
    let finding = Finding(rule: "r", severity: .info, image: name, message: "")
    let waiver = try waiver(.pattern(rule: "r", image: pattern, category: nil))
    #expect(waiver.covers(finding) == fits)
  }
}
