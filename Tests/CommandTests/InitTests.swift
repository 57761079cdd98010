import Foundation
import TestSupport
import Testing

@Suite("The command 'init'")
struct InitTests {
  private static let documented = SharedData.projectRoot
    .appending(path: "Documentation/assay-policy.schema.json")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var policy: String { "\(folder.path)/assay.yml" }
  private var schema: String { "\(folder.path)/schema.json" }

  @Test("writes a policy that the reader takes, that sound data pass and broken data fail")
  func policyWorks() throws {
    #expect(try Program.run("init", policy).status == 0)
    for (name, status) in [("gold", Int32(0)), ("broken", 1)] {
      let run = try Program.run("audit", "Fixtures/street/\(name).json", "--policy", policy, "-q")
      #expect(run.status == status && run.errors.isEmpty, "\(run.errors)")
    }
    let pair = ["annotator-a", "annotator-b"].map { "Fixtures/street/\($0).json" }
    let run = try Program.run(["compare"] + pair + ["--policy", policy, "--bootstrap", "50", "-q"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test("replaces no file, and writes nothing then")
  func refuses() throws {
    try folder.write("assay.yml", "mine")
    let refused = try Program.run("init", policy, "--schema", schema)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("\(policy): exists already and is not replaced"))
    #expect(try String(contentsOfFile: policy, encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: schema))
  }

  @Test("prints the policy that it writes, which names the schema beside it")
  func printed() throws {
    let printed = try Program.run("init", "-")
    #expect(printed.status == 0 && printed.output.hasPrefix("# What a delivery must reach."))
    #expect(try Program.run("init", policy, "--schema", schema).status == 0)
    let written = try String(contentsOfFile: policy, encoding: .utf8)
    #expect(written == "# yaml-language-server: $schema=schema.json\n" + printed.output)
  }

  @Test("writes the schema of the documentation, with the ids of this program's metrics and rules")
  func documentedSchema() throws {
    #expect(try Program.run("init", policy, "--schema", schema).status == 0)
    let data = try Data(contentsOf: URL(filePath: schema))
    let text = String(decoding: data, as: UTF8.self)
    for id in ["\"iou-share\"", "\"degenerate-box\""] { #expect(text.contains(id)) }
    let general = try Self.sorted(Self.withoutIDs(try JSONSerialization.jsonObject(with: data)))
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try general.write(to: Self.documented)
    }
    let known = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.documented))
    #expect(try general == Self.sorted(known), "RECORD=1 writes it again")
  }

  private static func sorted(_ object: Any) throws -> Data {
    try JSONSerialization.data(
      withJSONObject: object,
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
  }

  @Test("writes a schema that takes and refuses what the reader takes and refuses")
  func agreement() throws {
    #expect(try Program.run("init", policy, "--schema", schema).status == 0)
    let files = try Self.policies.enumerated().map { try folder.write("\($0).json", $1.text) }
    let checked = try ProjectScript.run("check-reports", ["--schema", schema] + files)
    let problems = String(decoding: checked.output, as: UTF8.self).split(separator: "\n")
    let data = try folder.write(
      "data.json",
      #"{"images": [], "annotations": [], "categories": []}"#
    )
    for (file, (text, isTaken)) in zip(files, Self.policies) {
      let read = try Program.run("audit", data, "--policy", file, "-q")
      #expect((read.status != 2) == isTaken, "\(text): \(read.errors)")
      let ofFile = problems.filter { $0.hasPrefix("\(file): ") }
      #expect(ofFile.isEmpty == isTaken, "\(text): \(ofFile)")
    }
  }

  /// Policies as JSON, which is YAML, too.
  private static let policies: [(text: String, isTaken: Bool)] = [
    (#"{"version": 1, "severities": {"error": {"max": 3}}, "tiers": {"fine": 0.8}}"#, true),
    (
      #"{"clauses": [{"metric": "dice", "target": ">= 0.7", "bound": "low", "minimum-n": 5}]}"#,
      true
    ),
    (#"{"clauses": [{"metric": "iou-share", "tier": "tight", "target": ">= 0.7"}]}"#, true),
    (#"{"clauses": [{"metric": "dice", "maximum-drop": 0.1, "maximum-rise": 0.1}]}"#, true),
    (#"{"rules": {"degenerate-box": {"max-rate": 0.1, "bound": "high", "enabled": true}}}"#, true),
    (#"{"rules": {"box-out-of-bounds": {"severity": "info", "options": {"tolerance": 2}}}}"#, true),
    (
      #"{"waivers": [{"rule": "mis-click", "reason": "r", "owner": "o", "expires": "2030-01-31"}]}"#,
      true
    ),
    (#"{"version": 2}"#, false), (#"{"clause": []}"#, false), (#"{"tiers": {"fine": 1.5}}"#, false),
    (#"{"clauses": [{"metric": "dicee", "target": ">= 0.7"}]}"#, false),
    (#"{"clauses": [{"target": ">= 0.7"}]}"#, false),
    (#"{"clauses": [{"metric": "dice"}]}"#, false),
    (#"{"clauses": [{"metric": "dice", "target": "0.7"}]}"#, false),
    (#"{"clauses": [{"metric": "dice", "target": ">= 0.7", "slice": {"categry": "car"}}]}"#, false),
    (#"{"clauses": [{"metric": "dice", "target": ">= 0.7", "tier": "loose", "iou": 0.5}]}"#, false),
    (#"{"clauses": [{"metric": "dice", "target": ">= 0.7", "severity": "error"}]}"#, false),
    (#"{"rules": {"degenerate-bx": {"max": 0}}}"#, false),
    (#"{"rules": {"mis-click": {}}}"#, false),
    (#"{"rules": {"mis-click": {"max": -1}}}"#, false),
    (#"{"rules": {"mis-click": {"max": 1, "bound": "high"}}}"#, false),
    (#"{"severities": {"bad": {"max": 0}}}"#, false), (#"{"severities": {"error": {}}}"#, false),
    (#"{"waivers": [{"rule": "mis-click", "reason": "r", "owner": "o"}]}"#, false),
    (
      #"{"waivers": [{"fingerprint": "xyz", "reason": "r", "owner": "o", "expires": "2030-01-31"}]}"#,
      false
    ),
  ]

  /// The schema without the ids of metrics and rules, which every new one adds to.
  private static func withoutIDs(_ schema: Any) throws -> [String: Any] {
    var schema = try #require(schema as? [String: Any])
    var properties = try #require(schema["properties"] as? [String: Any])
    var rules = try #require(properties["rules"] as? [String: Any])
    #expect(rules.removeValue(forKey: "propertyNames") != nil)
    properties["rules"] = rules
    schema["properties"] = properties
    var definitions = try #require(schema["$defs"] as? [String: Any])
    for (definition, key) in [("clause", "metric"), ("waiver", "rule")] {
      var object = try #require(definitions[definition] as? [String: Any])
      var members = try #require(object["properties"] as? [String: Any])
      var member = try #require(members[key] as? [String: Any])
      #expect(member.removeValue(forKey: "enum") != nil)
      member["type"] = "string"
      members[key] = member
      object["properties"] = members
      definitions[definition] = object
    }
    schema["$defs"] = definitions
    return schema
  }
}
