import Findings
import Foundation
import TestSupport
import Testing

@testable import Audits

@Suite("A review of suspects")
struct ReviewTests {
  /// The first so many of the queue with these verdicts.
  private func outcome(_ verdicts: [ReviewVerdict?]) async throws -> SuspectRun.Outcome {
    let items = try await SuspectScene.items()
    let order = await SuspectScene.outcome(items).queue.entries.map(\.name)
    let named = zip(order, verdicts).compactMap { name, verdict in verdict.map { (name, $0) } }
    return await SuspectScene.outcome(
      items,
      verdicts: Dictionary(uniqueKeysWithValues: named)
    )
  }

  @Test("without a verdict has no numbers, and expects what the scores say")
  func nothing() async throws {
    let outcome = try await outcome([.defer])
    #expect(outcome.report.metric("defect-rate") == nil)
    let points = BudgetCurve(outcome.queue).points
    #expect(points.count == 16 && points.allSatisfy { $0.basis == .scores && $0.foundErrors == 0 })
    // The first has no vote for its label.
    #expect(points[0].expectedErrors == 1)
    // The last has three dogs and the suspect among its neighbours, so that its vote is not whole.
    #expect(outcome.queue.entries.contains { $0.chance > 0 && $0.chance < 1 })
    let expected = outcome.queue.entries.reduce(0) { $0 + $1.chance }
    #expect(abs(points[15].expectedErrors - expected) < 1e-12)
  }

  @Test("makes the curve fall: what rises is pooled, what has no verdict lies between")
  func curve() async throws {
    // Decisions 1, 0, 1, –, 0: pooled 1, then 0 and 1 to a half, then 0.
    let outcome = try await outcome([.edit, .accept, .reject, .defer, .accept])
    let points = BudgetCurve(outcome.queue).points
    #expect(points.prefix(5).map(\.expectedErrors) == [1, 1.5, 2, 2, 2])
    #expect(points.prefix(5).map(\.foundErrors) == [1, 1, 2, 2, 2])
    #expect(points.prefix(5).allSatisfy { $0.basis == .verdicts })
    // After the last verdict nothing is expected to be worse than it: 0.
    #expect(points[5].basis == .scores && points[15].expectedErrors == 2)
  }

  @Test("measures the precision of suspects and bounds the defect rate")
  func metrics() async throws {
    let report = try await outcome([.edit, .accept, .accept, .reject]).report
    // One suspect, and it was wrong.
    #expect(report.metric("suspect-precision")?.value == 1)
    #expect(report.metric("suspect-precision")?.n == 1)
    #expect(report.metric("reviewed")?.value == 4)
    // 2 found, the 12 others as wrong as the 4 reviewed: (2 + 12 · 0.5) / 16. Wilson's upper limit of
    // 2 in 4 is 0.850 (z = 1.96): (2 + 12 · 0.850) / 16 = 0.7625.
    let record = try #require(report.metric("defect-rate"))
    #expect(record.value == 0.5 && record.n == 4)
    #expect(record.interval?.low == 0.125)
    #expect(abs((record.interval?.high ?? 0) - 0.7625) < 1e-3)
  }

  @Test("of every label needs no bound")
  func whole() async throws {
    let report = try await outcome([.edit] + Array(repeating: .accept, count: 15)).report
    let record = try #require(report.metric("defect-rate"))
    #expect(record.value == 1.0 / 16 && record.interval?.method == "wilson-95")
  }

  @Test("of other names is not counted, and is told")
  func unknown() async throws {
    let outcome = await SuspectScene.outcome(
      try await SuspectScene.items(),
      verdicts: ["99": .edit, "16": .accept, "x": .edit]
    )
    #expect(outcome.queue.unknownVerdicts == ["99", "x"])
    #expect(outcome.report.metric("suspect-precision")?.value == 0)
  }
}
