import Foundation
import TestSupport
import Testing

@Suite("The document on policies")
struct PolicyDocumentTests {
  private let document: String

  init() throws {
    document = try String(
      contentsOf: SharedData.projectRoot.appending(path: "Documentation/Policy.md"),
      encoding: .utf8
    )
  }

  @Test("shows policies that the reader takes")
  func examples() throws {
    let blocks = document.split(separator: "```yaml\n").dropFirst()
      .compactMap { $0.split(separator: "\n```").first }
    #expect(!blocks.isEmpty)
    let folder = try TemporaryFolder()
    // A report that declares the categories which the example names.
    let data = try folder.write(
      "data.json",
      #"{"images": [], "annotations": [], "categories": [{"id": 1, "name": "car"}]}"#
    )
    for block in blocks {
      let policy = try folder.write("p.yml", String(block))
      let run = try Program.run("audit", data, "--policy", policy, "-q")
      #expect(run.status != 2, "\(run.errors)")
    }
  }

  @Test("names every key that the reader knows")
  func keys() throws {
    let folder = try TemporaryFolder()
    let schema = "\(folder.path)/schema.json"
    #expect(try Program.run("init", "\(folder.path)/p.yml", "--schema", schema).status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: schema)))
    let document = try #require(object as? [String: Any])
    let definitions = try #require(document["$defs"] as? [String: [String: Any]])
    var keys: Set<String> = []
    for members in [document["properties"]] + definitions.values.map({ $0["properties"] }) {
      keys.formUnion((members as? [String: Any] ?? [:]).keys)
    }
    #expect(keys.count > 30)
    for key in keys.sorted() {
      #expect(
        self.document.contains("`\(key)`") || self.document.contains("\n\(key):")
          || self.document.contains("\(key): "),
        "Policy.md does not say what '\(key)' is"
      )
    }
  }
}
