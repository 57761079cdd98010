import Audits
import Findings
import Testing

@Suite("An audit as a pilot")
struct PilotEvidenceTests {
  private func finding(
    _ rule: String,
    _ severity: Severity,
    line: Int,
    category: String = "cat",
    box: [Double]? = [1, 2, 3, 4]
  ) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      image: "a.jpg",
      category: category,
      box: box,
      place: Place(file: "a.json", line: line, column: 1, pointer: "/annotations/\(line)"),
      message: "m"
    )
  }

  private func report(
    _ items: [Finding],
    counts: [(String, Severity, Int)],
    quarantined: Int = 0
  )
    -> AuditReport
  {
    GateSample.report(
      [
        GateSample.record("annotations", 60, n: 100, slice: [.category: "cat"]),
        GateSample.record("annotations", 40, n: 100, slice: [.category: "dog"]),
        GateSample.record("annotations", 0, n: 100, slice: [.category: "emu"]),
        GateSample.record("annotations", 100, n: 100),
      ],
      command: "audit",
      annotations: 100,
      quarantined: quarantined,
      findings: .init(
        total: counts.reduce(0) { $0 + $1.2 },
        rules: counts.map { .init(id: $0.0, severity: $0.1, summary: "", count: $0.2) },
        items: items
      )
    )
  }

  @Test("counts an annotation once however many findings it has, and only grave ones")
  func distinct() throws {
    let items = [
      finding("degenerate-box", .error, line: 3), finding("box-out-of-bounds", .error, line: 3),
      finding("box-out-of-bounds", .error, line: 8, category: "dog"),
      finding("mis-click", .warning, line: 9),
      finding("dangling-image", .error, line: 1, box: nil),
    ]
    let report = report(
      items,
      counts: [
        ("degenerate-box", .error, 1), ("box-out-of-bounds", .error, 2),
        ("mis-click", .warning, 1), ("dangling-image", .error, 1),
      ]
    )
    let pilot = try #require(PilotEvidence(report, severity: .error))
    #expect(pilot.overall == .init(inspected: 100, defectsAtLeast: 2, defectsAtMost: 2))
    #expect(pilot.others == 1)
    #expect(pilot.categories.map(\.name) == ["cat", "dog"])
    #expect(pilot.categories.map(\.count.defectsAtMost) == [1, 1])
    #expect(pilot.categories.map(\.count.inspected) == [60, 40])
    let mild = try #require(PilotEvidence(report, severity: .warning))
    #expect(mild.overall.defectsAtMost == 3)
  }

  @Test("counts findings that the report does not keep as a defect each, and claims no category")
  func dropped() throws {
    let report = report(
      [finding("degenerate-box", .error, line: 3)],
      counts: [("degenerate-box", .error, 5), ("mis-click", .warning, 70)]
    )
    let pilot = try #require(PilotEvidence(report, severity: .error))
    #expect(pilot.overall == .init(inspected: 100, defectsAtLeast: 1, defectsAtMost: 5))
    #expect(pilot.categories.isEmpty)
    let mild = try #require(PilotEvidence(report, severity: .info))
    #expect(mild.overall == .init(inspected: 100, defectsAtLeast: 1, defectsAtMost: 75))
  }

  @Test("counts a record that could not be read as inspected and defective")
  func unusable() throws {
    let report = report([], counts: [("unusable-record", .error, 2)], quarantined: 2)
    let pilot = try #require(PilotEvidence(report, severity: .error))
    #expect(pilot.overall == .init(inspected: 102, defectsAtLeast: 2, defectsAtMost: 2))
    #expect(pilot.others == 0)
  }

  @Test("is none where the report is of another command")
  func otherCommand() {
    #expect(PilotEvidence(GateSample.report(), severity: .error) == nil)
  }
}
