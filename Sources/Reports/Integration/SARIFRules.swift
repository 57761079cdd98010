import Findings

/// What SARIF says of the rules that a run has: those of the findings, and one for each metric of a clause.
struct SARIFRules {
  private(set) var descriptors: [JSONValue] = []
  private var indices: [String: Int] = [:]

  init(_ report: AuditReport) {
    var hints: [String: String] = [:]
    for finding in report.findings.items where !finding.hint.isEmpty {
      hints[finding.rule] = hints[finding.rule] ?? finding.hint
    }
    for rule in report.findings.rules {
      add(rule.id, rule.summary, rule.severity.sarifLevel, help: hints[rule.id])
    }
    // A stored report may hold a finding of a rule that it does not list.
    for finding in report.findings.items {
      add(finding.rule, finding.rule, finding.severity.sarifLevel, help: hints[finding.rule])
    }
    let meanings = Dictionary(
      report.definitions.map { ($0.id, $0.summary) },
      uniquingKeysWith: { first, _ in first }
    )
    for clause in report.gate?.clauses ?? [] where clause.verdict.isAlert {
      let summary = meanings[clause.metric] ?? clause.metric
      add(Self.id(of: clause), "a clause of the policy: \(summary)", "error", help: nil)
    }
  }

  func index(of rule: String) -> Int? { indices[rule] }

  static func id(of clause: GateResult.Clause) -> String { "clause/\(clause.metric)" }

  private mutating func add(_ id: String, _ summary: String, _ level: String, help: String?) {
    guard indices[id] == nil else { return }
    indices[id] = descriptors.count
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(id)),
      ("shortDescription", .object([("text", .string(summary.isEmpty ? id : summary))])),
      ("defaultConfiguration", .object([("level", .string(level))])),
    ]
    if let help { members.append(("help", .object([("text", .string(help))]))) }
    descriptors.append(.object(members))
  }
}

extension Severity {
  var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}

extension Verdict {
  /// Whether somebody has to look at it.
  var isAlert: Bool {
    switch self {
    case .fail, .warn, .inconclusive: true
    case .pass, .notApplicable: false
    }
  }

  var sarifKind: String {
    switch self {
    case .pass: "pass"
    case .fail, .warn: "fail"
    case .inconclusive: "open"
    case .notApplicable: "notApplicable"
    }
  }

  /// Any but `none` belongs to the kind `fail` only.
  var sarifLevel: String {
    switch self {
    case .fail: "error"
    case .warn: "warning"
    case .pass, .inconclusive, .notApplicable: "none"
    }
  }
}

extension String {
  /// The path as a URI reference (RFC 3986): all but unreserved characters and `/` by their bytes.
  ///
  /// A colon in the first part would make a scheme of it, so that it is written by its byte, too.
  var uriReference: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
