import Foundation
import TestSupport
import Testing

@Suite("A gate that judges by a history")
struct HistoryGateTests {
  private let street = "Fixtures/street"
  private let folder: TemporaryFolder
  private let ledger: String
  private let policy: String

  init() throws {
    folder = try TemporaryFolder()
    ledger = folder.path + "/quality.sqlite"
    policy = try folder.write(
      "policy.yml",
      """
      version: 1
      clauses:
        - {metric: findings, minimum-z: -3.5, minimum-n: 1}
        - {metric: findings, maximum-rise: 10, bound: value, minimum-n: 1}
      """
    )
  }

  private func audit(_ name: String, _ options: String...) throws -> Program.Result {
    try Program.run(["audit", "\(street)/\(name)"] + options)
  }

  /// Enters audits of the good file into the series, each accepted.
  private func enterAccepted(_ count: Int) throws {
    for run in 1...count {
      #expect(try audit("gold.json", "--ledger", ledger, "--series", "street", "-q").status == 0)
      let number = "\(2 * run - 1)"
      let decision = ["--by", "Ann", "--reason", "looked at it"]
      #expect(try Program.run(["history", "accept", ledger, number] + decision).status == 0)
    }
  }

  private func judge(_ name: String, _ options: String...) throws -> Program.Result {
    try Program.run(
      [
        "audit", "\(street)/\(name)", "--policy", policy, "--reference-ledger", ledger, "--json",
        "-",
      ]
        + options
    )
  }

  @Test("passes what is as usual and fails a drop, by the last accepted runs of the series")
  func drop() throws {
    try enterAccepted(5)
    let usual = try judge("gold.json", "--series", "street")
    #expect(usual.status == 0 && usual.errors.contains("gate: pass"), "\(usual.errors)")
    #expect(usual.output.contains(#""reference": "run 9 of quality.sqlite""#))
    // gold.json has 4 findings among 201 annotations, broken.json 39 among 224; 4 / 201 = 0.0199.
    let worse = try judge("broken.json", "--series", "street")
    #expect(worse.status == 1)
    #expect(
      worse.errors.contains("beside 5 accepted runs with the median 0.0199, which do not vary"),
      "\(worse.errors)"
    )
    #expect(worse.errors.contains("in run 9 of quality.sqlite 4: change 35"), "\(worse.errors)")
    // The stored report gets the same verdicts.
    let stored = try folder.write("report.json", worse.output)
    let gate = try Program.run(
      "gate",
      stored,
      "--policy",
      policy,
      "--reference-ledger",
      ledger,
      "--series",
      "street",
      "--json",
      "-"
    )
    #expect(gate.status == 1 && gate.output == worse.output)
    // Judging enters nothing.
    #expect(try Program.run("history", "verify", ledger).output.contains("10 entries"))
  }

  @Test("does not apply before a run is accepted, and is inconclusive before five are")
  func few() throws {
    #expect(try audit("gold.json", "--ledger", ledger, "--series", "street", "-q").status == 0)
    let none = try judge("gold.json", "--series", "street")
    #expect(none.status == 0 && none.output.contains("there is no history to compare with"))
    try enterAccepted(0 + 1)
    // Run 1 was entered before, so that the decision is about it and run 2 is undecided.
    let one = try judge("gold.json", "--series", "street", "--strict")
    #expect(one.status == 3 && one.output.contains("1 of 5 accepted runs before it"))
    #expect(try judge("gold.json", "--series", "other", "--strict").status == 0)
  }

  @Test("is inconclusive where accepted runs measured otherwise")
  func otherwise() throws {
    try enterAccepted(1)
    let options = ["--series", "street", "--strict"]
    let other = try Program.run(
      ["audit", "\(street)/gold.json", "--policy", policy, "--reference-ledger", ledger]
        + options + ["--bounds-tolerance", "2"]
    )
    #expect(other.status == 3, "\(other.errors)")
    #expect(other.errors.contains("run 1 of quality.sqlite was made with another"))
  }

  @Test("tells a wrong option, policy or ledger before the data set is read")
  func wrong() throws {
    let series = try Program.run("audit", "\(street)/gold.json", "--series", "x")
    #expect(series.status == 2 && series.errors.contains("goes with --ledger or"))
    let unread = try judge("gold.json")
    #expect(unread.status == 2 && unread.errors.contains("quality.sqlite: No such file"))
    #expect(!unread.errors.contains("reading"))
    for (clause, problem) in [
      ("{metric: images, minimum-z: -3}", "neither more nor less images is better"),
      ("{metric: findings, minimum-z: 3}", "must be a number of at most 0, like -3.5"),
      ("{metric: findings}", "'maximum-rise' or 'minimum-z'"),
    ] {
      let wrong = try folder.write("wrong.yml", "version: 1\nclauses:\n  - \(clause)\n")
      let result = try audit("gold.json", "--policy", wrong)
      #expect(result.status == 2 && result.errors.contains("wrong.yml:3:"), "\(result.errors)")
      #expect(result.errors.contains(problem), "\(result.errors)")
    }
  }
}
