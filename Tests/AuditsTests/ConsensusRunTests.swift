import Annotations
import Audits
import Findings
import Formats
import Metrics
import TestSupport
import Testing

@Suite("The consensus of several annotators")
struct ConsensusRunTests {
  private func delivery(_ role: String, _ annotations: [String]) async throws -> Delivery {
    Delivery(
      role: role,
      name: role,
      format: "coco",
      detected: "",
      result: try await ExampleDataset.read(coco: coco(annotations: annotations))
    )
  }

  private func outcome(quorum: Int?) async throws -> ConsensusRun.Outcome {
    await ConsensusRun(
      matching: MatchingOptions(),
      quorum: quorum,
      findingsPerRule: 10,
      threads: 2
    ).outcome(of: [
      try await delivery(
        "a",
        [annotation(1, box: "0, 0, 10, 10"), annotation(2, box: "60, 0, 9, 9")]
      ),
      try await delivery("b", [annotation(1, box: "1, 0, 10, 10")]),
      try await delivery("c", [annotation(1, category: 2, box: "3, 0, 10, 10")]),
    ])
  }

  @Test("has the median of each edge, the likeliest category, and says who drew it")
  func objects() async throws {
    let document = try await outcome(quorum: 2).document
    #expect(document.annotations.map(\.bbox) == [[1, 0, 10, 10]])
    #expect(document.categories.map(\.name) == ["cat", "dog"])
    #expect(document.annotations.map(\.category_id) == [1])
    let attributes = try #require(document.annotations.first).attributes
    guard case .number(let support)? = attributes["support"],
      case .text(let annotators)? = attributes["annotators"],
      case .number(let posterior)? = attributes["category_posterior"]
    else {
      Issue.record("an attribute is missing")
      return
    }
    #expect(support == 3 && annotators == "a b c" && posterior > 0.5)
  }

  @Test("lists what does not reach the quorum")
  func rejected() async throws {
    let report = try await outcome(quorum: nil).report
    #expect(report.findings.items.map(\.message) == ["drawn by 1 of 3 annotators (A)"])
    #expect(report.metric("consensus-objects")?.value == 1)
    #expect(try await outcome(quorum: 1).report.findings.total == 0)
  }

  @Test("is a COCO file that the reader takes, with the same bytes on any number of threads")
  func readable() async throws {
    let text = try await outcome(quorum: 1).document.text
    #expect(try await outcome(quorum: 1).document.text == text)
    let folder = try TemporaryFolder()
    let read = try await COCOFormat.read(folder.write("merged.json", text), threads: 1)
    #expect(read.quarantined.isEmpty && read.dataset.annotations.count == 2)
  }
}
