import Findings

/// A report with everything in it, hostile texts among them.
enum SampleReport {
  static let script = "<script>alert(1)</script>"
  static let hostile = script + "\"'&\u{202e}" + String(repeating: "x", count: 10_000)

  static func comparison() -> AuditReport {
    AuditReport(
      tool: .current,
      command: "compare",
      parameters: [
        "iou": .number(0.5), "iou-convention": .text("continuous"), "matching": .text(script),
      ],
      inputs: [
        input("a", "rater <1>.json"), input("b", hostile),
      ],
      excluded: ["images-compared": 12, "images-unpaired-a": 3],
      metrics: metrics,
      definitions: [
        .init(id: "dice", summary: script, unit: "share", formula: "2m / (a + b)", source: "Dice")
      ],
      confusion: .init(cells: [
        .init(a: "cat", b: "cat", count: 30), .init(a: "cat", b: script, count: 2),
        .init(a: nil, b: "cat", count: 4), .init(a: "cat", b: nil, count: 1),
      ]),
      findings: .init(
        total: 1234,
        rules: [
          .init(id: "degenerate-box", severity: .error, summary: script, count: 1234),
          .init(id: "unused-category", severity: .info, summary: "nothing", count: 0),
        ],
        items: [finding]
      ),
      gate: GateResult(clauses: [
        .init(
          metric: "dice",
          slice: SliceLabel([.category: script]),
          target: ">= 0.7",
          bound: "low",
          minimumN: 30,
          verdict: .fail,
          measured: 0.5,
          n: 40,
          low: 0.4,
          high: 0.6,
          reason: "dice 0.5 " + script,
          place: "p<1>.yml:3"
        )
      ])
    )
  }

  /// Three annotators, hostile names among them.
  static func panel() -> AuditReport {
    func number(_ id: String, _ slice: [SliceKey: String], _ value: Double) -> MetricRecord {
      MetricRecord(
        id: id,
        slice: SliceLabel(slice),
        outcome: .number(
          value,
          n: 90,
          interval: .init(low: value - 0.01, high: value + 0.01, method: "wilson-95")
        )
      )
    }
    var metrics = [
      number("clusters", [:], 120), number("clusters-complete", [:], 80), number("alpha", [:], 0.7),
      number("dice", [:], 0.8), number("dice", [.category: script], 0.6),
      number("alpha", [.category: script], 0.1), number("dice", [.complexity: "4–9"], 0.75),
      number("dice", [.pair: "a × b"], 0.9), number("dice", [.pair: "a × \(script)"], 0.6),
    ]
    for (index, name) in ["a", "b", script].enumerated() {
      let slice: [SliceKey: String] = [.annotator: name]
      let sign = Double(index - 1)
      metrics += [
        number("vitality", slice, 0.02 * sign), number("tightness-bias", slice, 0.06 * sign),
        number("tightness-spread", slice, 0.03), number("tightness-drift", slice, 1.2 + 0.2 * sign),
        number("annotator-error-rate", slice, 0.2 - 0.1 * sign),
        number("annotator-rank", slice, 2 + sign),
      ]
      metrics += ["left", "top", "right", "bottom"].map {
        number("edge-offset-\($0)", slice, 0.03 * sign)
      }
    }
    return AuditReport(
      tool: .current,
      command: "compare",
      parameters: [:],
      inputs: [input("a", "one.json"), input("b", "two.json"), input("c", hostile)],
      metrics: metrics,
      findings: .init(total: 0, rules: [], items: [])
    )
  }

  /// An audit with more categories, clauses and findings than a page shows at once.
  static func audit() -> AuditReport {
    let categories = (0..<70).map { "category \($0)" }
    func count(_ id: String, _ slice: [SliceKey: String], _ value: Double) -> MetricRecord {
      MetricRecord(
        id: id,
        slice: SliceLabel(slice),
        outcome: .number(value, n: 500, interval: nil)
      )
    }
    let clauses = (0..<20).map { index in
      GateResult.Clause(
        metric: "findings",
        slice: SliceLabel([.rule: "rule-\(index)"]),
        target: "<= \(index)",
        bound: "value",
        minimumN: nil,
        verdict: index < 2 ? .fail : .pass,
        measured: 2,
        n: nil,
        low: nil,
        high: nil,
        reason: "2 findings",
        place: "policy.yml:\(index)"
      )
    }
    return AuditReport(
      tool: .current,
      command: "audit",
      parameters: [:],
      inputs: [input("dataset", "one.json")],
      categories: categories,
      metrics: [count("annotations", [:], 4900)]
        + categories.map { count("annotations", [.category: $0], 70) },
      findings: .init(
        total: 60,
        rules: [
          .init(id: "degenerate-box", severity: .error, summary: "a box", count: 58),
          .init(id: "rare-category", severity: .info, summary: "few", count: 2),
        ],
        items: Array(repeating: finding, count: 58)
      ),
      gate: GateResult(clauses: clauses)
    )
  }

  /// A report without a number.
  static func nothing() -> AuditReport {
    AuditReport(
      tool: .current,
      command: "audit",
      parameters: [:],
      inputs: [],
      metrics: [],
      findings: .init(total: 0, rules: [], items: [])
    )
  }

  static let finding = Finding(
    rule: "degenerate-box",
    severity: .error,
    image: "=HYPERLINK(\"x\")",
    annotation: "-7",
    category: script,
    box: [-5.5, 2, 0, 12],
    place: Place(file: "a,b.json", line: 3, column: 4, pointer: "/annotations/1"),
    message: hostile,
    hint: "draw\nagain",
    evidence: [
      "image-width": 100, "image-height": 50, "other-x": 1, "other-y": 2, "other-width": 3,
      "other-height": 4,
    ]
  )

  private static func input(_ role: String, _ name: String) -> AuditReport.Input {
    .init(
      role: role,
      name: name,
      format: "coco",
      detected: script,
      sha256: "00ff",
      images: 12,
      annotations: 40,
      categories: 3,
      quarantined: 2
    )
  }

  private static var metrics: [MetricRecord] {
    func number(
      _ id: String,
      _ slice: [SliceKey: String],
      _ value: Double,
      _ n: Int
    ) -> MetricRecord {
      MetricRecord(
        id: id,
        slice: SliceLabel(slice),
        outcome: .number(
          value,
          n: n,
          interval: .init(low: value - 0.1, high: value + 0.1, method: "wilson-95")
        )
      )
    }
    var records = [
      number("dice", [:], 0.75, 80), number("iou-median", [:], 0.9, 30),
      number("matched", [:], 32, 37),
      MetricRecord(id: "cohen-kappa", slice: .overall, outcome: .undefined("only " + script)),
    ]
    for category in ["cat", script] {
      records.append(number("dice", [.category: category], 1.0 / 3, 60))
      for (id, value) in [
        ("iou-p05", 0.5), ("iou-p25", 0.7), ("iou-median", 0.8), ("iou-p75", 0.85),
        ("iou-p90", 0.95),
        ("iou-mean", 0.8),
      ] {
        records.append(number(id, [.category: category], value, 30))
      }
    }
    for side in ["a", "b"] {
      records.append(number("missing-rate", [.annotator: side], 0.2, 37))
      for complexity in ["0", "1–3", "4–9", "10–29", "30+"] {
        records.append(number("missing-rate", [.annotator: side, .complexity: complexity], 0.3, 9))
      }
    }
    return records
  }
}
