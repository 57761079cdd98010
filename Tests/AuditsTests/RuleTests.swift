import Findings
import Formats
import Foundation
import TestSupport
import Testing

@testable import Audits

@Suite("Every rule")
struct RuleTests {
  private func findings(
    _ example: String,
    threads: Int = 1
  ) async throws -> AuditReport.FindingSummary {
    let folder = try TemporaryFolder()
    let result = try await COCOFormat.read(try folder.write("example.json", example), threads: 1)
    return await RuleRun(settings: RuleSettings(), findingsPerRule: 100, threads: threads)
      .findings(in: [result])
  }

  @Test("finds something in its triggering examples")
  func triggering() async throws {
    for about in RuleCatalog.abouts {
      #expect(!about.triggering.isEmpty && !about.clean.isEmpty, "\(about.id)")
      for example in about.triggering {
        let found = try await findings(example).items.filter { $0.rule == about.id }
        #expect(!found.isEmpty, "\(about.id) in \(example)")
        for finding in found {
          #expect(finding.place != nil && !finding.message.isEmpty, "\(about.id)")
        }
      }
    }
  }

  @Test("finds nothing in its clean examples")
  func clean() async throws {
    for about in RuleCatalog.abouts {
      for example in about.clean {
        let found = try await findings(example).items.filter { $0.rule == about.id }
        #expect(found.isEmpty, "\(about.id): \(found.map(\.message)) in \(example)")
      }
    }
  }

  @Test("has an id of its own, in kebab case, and texts that say why and what to do")
  func texts() {
    let abouts = RuleCatalog.abouts
    #expect(Set(abouts.map(\.id)).count == abouts.count)
    for about in abouts {
      #expect(about.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(about.id)")
      #expect(!about.summary.isEmpty && !about.rationale.isEmpty && !about.fix.isEmpty)
    }
  }

  @Test("that has a file is in the catalog")
  func catalog() throws {
    let folder = SharedData.projectRoot.appending(path: "Sources/Audits/Rules").path()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix("Rule.swift") && $0 != "Rule.swift" }
      .map { String($0.dropLast(6)) }
    #expect(Set(files) == Set(RuleCatalog.all.map { "\($0)" }))
  }

  @Test("finds nothing in a plain, correct file with a crowd")
  func plain() async throws {
    let found = try await findings(
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat", "supercategory": "animal"}],
       "annotations": [
         {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 100], "area": 10000, "iscrowd": 0,
          "segmentation": [[0, 0, 100, 0, 100, 100, 0, 100]]},
         {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 2, 2], "area": 3, "iscrowd": 1,
          "segmentation": {"counts": [1010, 2, 98, 1, 8889], "size": [100, 100]}}]}
      """
    )
    #expect(found.items == [])
    #expect(found.total == 0)
  }

  @Test("finds duplicates among more than a hundred boxes of one category")
  func manyBoxes() async throws {
    var boxes = (0..<101).map { "[\($0 % 10 * 9), \($0 / 10 * 9), 5, 5]" }
    boxes += [boxes[100], boxes[7], boxes[7]]
    let records = boxes.enumerated().map {
      #"{"id": \#($0 + 1), "image_id": 1, "category_id": 1, "bbox": \#($1)}"#
    }
    let found = try await findings(
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}], "annotations": [\(records.joined(separator: ","))]}
      """
    )
    #expect(
      found.items.filter { $0.rule == "duplicate-box" }.map(\.annotation) == ["102", "103", "104"]
    )
  }

  @Test("counts all findings, keeps the first, and gives the same on any number of threads")
  func limitAndThreads() async throws {
    let images = (0..<1500).map {
      #"{"id": \#($0), "file_name": "\#($0).jpg", "width": 9, "height": 9}"#
    }
    let records = (0..<1500).map {
      #"{"id": \#($0), "image_id": \#($0), "category_id": 1, "bbox": [1, 1, 0, 3]}"#
    }
    let text = """
      {"images": [\(images.joined(separator: ","))], "categories": [{"id": 1, "name": "cat"}],
       "annotations": [\(records.joined(separator: ","))]}
      """
    let one = try await findings(text, threads: 1)
    #expect(one.total == 1500)
    #expect(one.items.map(\.annotation) == (0..<100).map { "\($0)" })
    for threads in [2, 7] { #expect(try await findings(text, threads: threads) == one) }
  }

  @Test("gives a finding the same fingerprint after re-ordering and renumbering")
  func fingerprints() async throws {
    func text(_ ids: [Int]) -> String {
      let records = ids.map {
        #"{"id": \#($0 * 7), "image_id": 1, "category_id": 1, "bbox": [\#($0 % 3), 0.2, 0, 1]}"#
      }
      return """
        {"images": [{"id": 1, "file_name": "1.jpg"}], "categories": [{"id": 1, "name": "cat"}],
         "annotations": [\(records.joined(separator: ","))]}
        """
    }
    let first = try await findings(text([1, 2, 3])).items.map(\.fingerprint)
    let second = try await findings(text([6, 4, 5])).items.map(\.fingerprint)
    #expect(Set(first) == Set(second))
    #expect(Set(first).count == 3)
  }
}
