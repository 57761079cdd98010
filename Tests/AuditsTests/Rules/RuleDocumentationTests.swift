import Audits
import Findings
import Foundation
import TestSupport
import Testing

/// `Documentation/Rules.md` is made from the catalog; `RECORD=1 swift test` writes it again.
@Suite struct RuleDocumentationTests {
  @Test("the documentation of the rules is what the rules say of themselves")
  func documentation() throws {
    let file = SharedData.projectRoot.appending(path: "Documentation/Rules.md")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Self.document.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(
      written == Self.document,
      "Documentation/Rules.md is stale; run the tests with RECORD=1 and read the difference"
    )
  }

  private static var document: String {
    let rows = RuleCatalog.abouts.map {
      "| [`\($0.id)`](#\($0.id)) | \($0.severity) | \($0.summary) |"
    }
    return """
      # Rules

      Made from the rules themselves: do not edit. `assay explain RULE --examples` shows records with and without findings.
      An `error` is wrong, a `warning` probably wrong or a trap for some tools, an `info` worth knowing.

      | Rule | Severity | Finds |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      \(RuleCatalog.abouts.map(section).joined(separator: "\n\n"))

      """
  }

  private static func section(of rule: RuleAbout) -> String {
    """
    ## \(rule.id)

    \(rule.severity.rawValue): \(rule.summary).

    \(rule.rationale)

    What to do: \(rule.fix).
    """ + options(of: rule)
  }

  /// What a policy can set.
  private static func options(of rule: RuleAbout) -> String {
    RuleOption.all.filter { $0.rule == rule.id }
      .map { "\n\nOption `\($0.name)`, \($0.read(RuleSettings())): \($0.summary)." }.joined()
  }
}
