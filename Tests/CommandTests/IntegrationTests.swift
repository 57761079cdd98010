import Foundation
import TestSupport
import Testing

@Suite("Outputs for services that run checks")
struct IntegrationTests {
  private let broken = "Fixtures/street/broken.json"
  private let policy = "Fixtures/street/policy-audit.yml"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test("of a run, of a gate and of a stored report are the same bytes")
  func sameness() throws {
    let report = "\(folder.path)/report.json"
    func outputs(_ name: String) -> [String] {
      [
        "-q", "--path-prefix", "Fixtures/street", "--sarif", "\(folder.path)/\(name).sarif",
        "--junit", "\(folder.path)/\(name).xml", "--format", "markdown",
      ]
    }
    let run = try Program.run(
      ["audit", broken, "--policy", policy, "--json", report] + outputs("run")
    )
    #expect(run.status == 1 && run.output.hasPrefix("## ❌ assay audit: fail"))
    let gate = try Program.run(["gate", report, "--policy", policy] + outputs("gate"))
    #expect(gate.status == 1 && gate.output == run.output)
    for end in ["sarif", "xml"] { #expect(try text("run.\(end)") == text("gate.\(end)")) }
    // A stored report does not know where its policy lay.
    let stored = try Program.run(["report", report] + outputs("stored"))
    #expect(stored.status == 0)
    let moved = try text("run.sarif").split(separator: "Fixtures/street/policy-audit.yml")
    #expect(try text("stored.sarif") == moved.joined(separator: "policy-audit.yml"))
  }

  @Test("as GitHub annotations go to standard output, with paths from the top of the repository")
  func annotations() throws {
    let result = try Program.run(
      "audit",
      broken,
      "--policy",
      policy,
      "--format",
      "github",
      "--path-prefix",
      "Fixtures/street"
    )
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("::") })
    #expect(
      lines.contains { $0.hasPrefix("::error file=Fixtures/street/policy-audit.yml,line=7,") }
    )
    #expect(
      lines.contains { $0.hasPrefix("::error file=Fixtures/street/broken.json,line=265,col=3,") }
    )
    #expect(result.errors.contains("gate: fail"))
  }

  @Test("as JSON on standard output is the report")
  func json() throws {
    let path = "\(folder.path)/r.json"
    let result = try Program.run("audit", broken, "-q", "--format", "json", "--json", path)
    #expect(result.status == 0)
    #expect(try result.output == text("r.json"))
  }

  @Test("go to standard output one at a time, and an unknown format is refused")
  func refusals() throws {
    let two = try Program.run("audit", broken, "--sarif", "-", "--format", "github")
    #expect(two.status == 2 && two.errors.contains("only one of --json, --html, --sarif"))
    let unknown = try Program.run("audit", broken, "--format", "xml")
    #expect(unknown.status == 2 && unknown.errors.contains("--format"))
  }
}
