import Audits
import Findings
import Foundation
import TestSupport
import Testing

@Suite struct RuleCatalogTests {
  static let ids = RuleCatalog.all.map { $0.about.id }

  @Test("a rule finds something in each of its triggering examples", arguments: ids)
  func triggers(rule: String) async throws {
    let about = try #require(RuleCatalog.rule(rule)).about
    #expect(!about.triggering.isEmpty)
    for example in about.triggering {
      let found = try await findings(of: rule, in: example)
      #expect(!found.isEmpty, "in \(example)")
      for finding in found {
        #expect(finding.rule == about.id)
        #expect(finding.severity == about.severity)
        #expect(finding.hint == about.fix)
        #expect(finding.place != nil)
        #expect(!finding.message.isEmpty && finding.message.last != ".")
      }
    }
  }

  @Test("an error of a rule makes the annotations wrong that it is about", arguments: ids)
  func marksAnnotations(rule: String) async throws {
    let type = try #require(RuleCatalog.rule(rule))
    for example in type.about.triggering {
      let read = try await ExampleDataset.read(example)
      let (found, wrong) = await RuleRun(rules: [type], threads: 1).defects(in: read)
      let places = found.items.filter { $0.annotation != nil || $0.box != nil }.map(\.place)
      #expect(wrong == (type.about.severity == .error ? Set(places).count : 0), "in \(example)")
    }
  }

  @Test("a rule finds nothing in each of its clean examples", arguments: ids)
  func passes(rule: String) async throws {
    let about = try #require(RuleCatalog.rule(rule)).about
    #expect(!about.clean.isEmpty)
    for example in about.clean {
      #expect(try await findings(of: rule, in: example).map(\.message) == [])
    }
  }

  @Test("ids are unique and kebab-case")
  func idsAreStable() throws {
    #expect(Set(Self.ids).count == Self.ids.count)
    for id in Self.ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
  }

  @Test("every rule says what it finds, why that matters and what to do", arguments: ids)
  func isDocumented(rule: String) throws {
    let about = try #require(RuleCatalog.rule(rule)).about
    #expect(!about.summary.contains("\n") && !about.summary.isEmpty)
    #expect(about.rationale.count > 80)
    #expect(!about.fix.isEmpty)
  }

  @Test("every rule of the folder is in the catalog")
  func folderIsInCatalog() throws {
    let folder = SharedData.projectRoot.appending(path: "Sources/Audits/Rules")
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    // A folder for each family of rules; Rule.swift beside them holds the protocols.
    let inFolder = files.filter { $0.contains("/") && $0.hasSuffix("Rule.swift") }
      .compactMap { $0.split(separator: "/").last?.replacing(".swift", with: "") }
    #expect(Set(inFolder) == Set(RuleCatalog.all.map { "\($0)" }))
  }
}
