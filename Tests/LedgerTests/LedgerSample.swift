import Findings
import GRDB
import Ledger
import TestSupport

/// Runs made up for a ledger, and a ledger to damage.
enum LedgerSample {
  static func run(
    dice: Double = 0.8,
    interval: MetricRecord.Interval? = nil,
    iou: Double = 0.5,
    series: String = "street",
    quarantined: Int = 0,
    gate: GateResult? = nil
  ) -> RunRecord {
    let report = report(
      dice: dice,
      interval: interval,
      iou: iou,
      quarantined: quarantined,
      gate: gate
    )
    return RunRecord(report, series: series, reportSHA256: String(repeating: "0f", count: 32))
  }

  static func report(
    dice: Double = 0.8,
    interval: MetricRecord.Interval? = nil,
    iou: Double = 0.5,
    quarantined: Int = 0,
    gate: GateResult? = nil
  ) -> AuditReport {
    let metrics = [
      MetricRecord(id: "dice", slice: .overall, outcome: .number(dice, n: 40, interval: interval)),
      MetricRecord(
        id: "dice",
        slice: SliceLabel([.category: "a \"cat\", =1", .complexity: "4–9"]),
        outcome: .number(-0.0, n: 3, interval: nil)
      ),
      MetricRecord(id: "cohen-kappa", slice: .overall, outcome: .undefined("one category")),
      MetricRecord(id: "findings", slice: .overall, outcome: .number(7, n: 70, interval: nil)),
      MetricRecord(id: "images", slice: .overall, outcome: .number(10, n: 10, interval: nil)),
    ]
    return AuditReport(
      tool: .current,
      command: "compare",
      parameters: ["iou": .number(iou), "matching": .text("greedy"), "seed": .number(3)],
      inputs: [
        .init(
          role: "a",
          name: "a.json",
          format: "coco",
          detected: "named",
          sha256: String(repeating: "ab", count: 32),
          images: 10,
          annotations: 85,
          categories: 5,
          quarantined: quarantined
        )
      ],
      excluded: ["absorbed-a": 2],
      metrics: metrics,
      findings: .init(
        total: 7,
        rules: [.init(id: "degenerate-box", severity: .error, summary: "", count: 7)],
        items: []
      ),
      gate: gate
    )
  }

  static let time = "2026-11-21T09:30:00Z"

  /// A ledger with five runs and a decision on the second one.
  static func ledger(in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/quality.sqlite"
    let ledger = try Ledger(appendingTo: path)
    for dice in [0.81, 0.8, 0.82, 0.79, 0.8] {
      try ledger.append(.run(run(dice: dice)), recorded: time)
    }
    try ledger.append(
      .decision(RunDecision(run: 2, verdict: .accept, person: "Ann", reason: "checked")),
      recorded: time
    )
    try ledger.close()
    return path
  }

  /// Changes a ledger as somebody with a SQLite shell can: without triggers and foreign keys.
  static func tamper(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
      )
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
  }

  static func verify(_ path: String, knownHead: String? = nil) throws -> Verification {
    let ledger = try Ledger(reading: path)
    let result = try ledger.verify(knownHead: knownHead)
    try ledger.close()
    return result
  }
}
