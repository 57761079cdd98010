import Foundation
import TestSupport
import Testing

/// `Scripts/audit-job`, which the action and the snippets of Documentation/CI.md run.
@Suite("The job of a CI service")
struct AuditJobTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the job with the program of this build and these variables, and no others that it reads.
  private func job(_ variables: [String: String]) throws -> Program.Result {
    let own = ["OUTPUT": "\(folder.path)/out"].merging(variables) { $1 }
    let assignments = own.map { "\($0.key)='\($0.value)'" }.sorted().joined(separator: " ")
    return try Program.run(
      by: "env -u GITHUB_ACTIONS -u GITHUB_OUTPUT -u GITHUB_STEP_SUMMARY \(assignments) "
        + "ASSAY=\"$1\" Scripts/audit-job"
    )
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test("on GitHub prints annotations, appends to the summary and tells its verdict")
  func github() throws {
    try folder.write("summary", "before\n")
    let result = try job([
      "DATASET": "Fixtures/street/broken.json", "POLICY": "Fixtures/street/policy-audit.yml",
      "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": "\(folder.path)/outputs",
      "GITHUB_STEP_SUMMARY": "\(folder.path)/summary",
    ])
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("::error file=Fixtures/street/policy-audit.yml,line=7,"))
    #expect(result.output.contains("::error file=Fixtures/street/broken.json,line=265,col=3,"))
    #expect(try text("outputs") == "verdict=fail\nreport=\(folder.path)/out\n")
    #expect(try text("summary") == "before\n" + text("out/summary.md"))
    for name in ["report.html", "report.json", "report.sarif", "junit.xml", "findings.csv"] {
      #expect(try !text("out/\(name)").isEmpty)
    }
  }

  @Test("elsewhere prints nothing to standard output, and a folder is its own prefix")
  func elsewhere() throws {
    let result = try job(["DATASET": "Fixtures/street/voc/"])
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(try text("out/report.sarif").contains(#""uri": "Fixtures/street/voc/Annotations/"#))
  }

  @Test("ends with 3 where the verdict is inconclusive and that is to fail")
  func strict() throws {
    let policy = try folder.write(
      "p.yml",
      "clauses: [{metric: annotations, target: \">= 1\", bound: low, minimum-n: 1}]\n"
    )
    let variables = ["DATASET": "Fixtures/street/gold.json", "POLICY": policy]
    #expect(try job(variables).status == 0)
    #expect(try job(variables.merging(["STRICT": "true"]) { $1 }).status == 3)
  }

  @Test("that cannot run ends with 2, and says error")
  func failure() throws {
    let outputs = "\(folder.path)/outputs"
    let result = try job(["DATASET": "Fixtures/none.json", "GITHUB_OUTPUT": outputs])
    #expect(result.status == 2 && result.errors.contains("Fixtures/none.json"))
    #expect(try text("outputs").hasPrefix("verdict=error\n"))
    #expect(try job([:]).errors.contains("DATASET is not set"))
  }

  @Test("is told by the action what the action's inputs say, and by nothing else")
  func action() throws {
    let action = try String(
      contentsOf: SharedData.projectRoot.appending(path: "action.yml"),
      encoding: .utf8
    )
    let script = try String(
      contentsOf: SharedData.projectRoot.appending(path: "Scripts/audit-job"),
      encoding: .utf8
    )
    let passed = action.matches(of: /([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}/)
    let inputs = action.split(separator: "\noutputs:")[0].matches(of: /\n  ([a-z-]+):\n/)
    #expect(passed.map(\.2).sorted() == inputs.map(\.1).sorted() && passed.count == 9)
    for name in passed.map(\.1) {
      #expect(script.contains("${\(name):-") || script.contains("$\(name)"), "\(name)")
    }
  }
}
