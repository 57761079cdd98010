import Foundation
import TestSupport
import Testing

@Suite("The command 'suspects'")
struct SuspectsTests {
  private let labels = "Fixtures/street/annotator-b.json"
  private let folder: TemporaryFolder
  /// One vector an annotation, near the axis of the category that it has in truth.
  private let vectors: String
  /// Ids of the annotations that Ben mislabelled.
  private let planted: Set<String>

  init() throws {
    folder = try TemporaryFolder()
    let all = try Self.json(Data(contentsOf: Self.fixture("annotator-b.json"))) as? [String: Any]
    let plan = try Self.json(Data(contentsOf: Self.fixture("planted.json"))) as? [String: Any]
    let ben = try #require(plan?["annotator-b.json"] as? [String: Any])
    let swaps = try #require(ben["mislabelled"] as? [[String: Any]])
    let categories = try #require(all?["categories"] as? [[String: Any]])
    let codes = Dictionary(
      uniqueKeysWithValues: categories.compactMap { category -> (String, Int)? in
        guard let name = category["name"] as? String, let id = category["id"] as? Int else {
          return nil
        }
        return (name, id)
      }
    )
    var truth: [Int: Int] = [:]
    for swap in swaps {
      let annotation = try #require(swap["annotation"] as? Int)
      truth[annotation] = codes[try #require(swap["from"] as? String)]
    }
    planted = Set(truth.keys.map(String.init))
    var csv = "annotation_id,a,b,c,d,e,f,g\n"
    for annotation in try #require(all?["annotations"] as? [[String: Any]]).reversed() {
      let id = try #require(annotation["id"] as? Int)
      let category = try #require(truth[id] ?? annotation["category_id"] as? Int)
      // A little of every axis, by the id, so that no two vectors are equal.
      let row = (1...7).map { (axis: Int) -> String in
        let noise = Double((id * axis * 7919) % 97) / 4850
        return String(axis == category ? 1 + noise : noise)
      }
      csv += "\(id),\(row.joined(separator: ","))\n"
    }
    vectors = try folder.write("vectors.csv", csv)
  }

  private static func fixture(_ name: String) -> URL {
    SharedData.projectRoot.appending(path: "Fixtures/street/\(name)")
  }

  private static func json(_ data: Data) throws -> Any {
    try JSONSerialization.jsonObject(with: data)
  }

  private func suspects(_ more: String...) throws -> Program.Result {
    try Program.run(["suspects", labels, "--embeddings", vectors] + more)
  }

  private func lines(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("puts all planted mislabels first, and one motorcycle beside which two of them stand")
  func first() throws {
    let result = try suspects("--queue", "-", "-q")
    #expect(result.status == 0 && result.errors.isEmpty)
    let rows = lines(result.output).dropFirst()
    #expect(planted.count == 6)
    #expect(Set(rows.prefix(6).map { $0[1] }) == planted)
    // Motorcycles are four: three neighbours vote, and two of them are motorcycles labelled bicycles.
    #expect(Set(rows.filter { $0[4] == "suspect-label" }.map { $0[1] }) == planted.union(["131"]))
  }

  @Test("writes the queue, its curve, and files for three tools, and names them")
  func files() throws {
    let output = folder.path + "/out"
    let result = try suspects(
      "--output",
      output,
      "--suspects-coco",
      output + "/coco.json",
      "--label-studio",
      output + "/tasks.json",
      "--image-prefix",
      "http://images/",
      "--cvat",
      output + "/cvat.xml"
    )
    #expect(result.status == 0)
    for name in ["suspects.csv", "budget.csv", "coco.json", "tasks.json", "cvat.xml"] {
      #expect(result.errors.contains("\(output)/\(name)"))
    }
    let audit = try Program.run("audit", output + "/coco.json", "--json", "-", "-q")
    #expect(audit.status == 0)
    let report = try Self.json(Data(audit.output.utf8)) as? [String: Any]
    let input = try #require((report?["inputs"] as? [[String: Any]])?.first)
    #expect(input["annotations"] as? Int == 7 && input["quarantined"] as? Int == 0)
    let cvat = try Program.run("audit", output + "/cvat.xml", "-q", "--json", "-")
    #expect(cvat.status == 0 && cvat.output.contains(#""annotations": 7"#))
    let tasks = try String(contentsOfFile: output + "/tasks.json", encoding: .utf8)
    #expect(tasks.contains(#""image":"http://images/street_"#))
    let budget = lines(try String(contentsOfFile: output + "/budget.csv", encoding: .utf8))
    #expect(budget[0] == ["reviewed", "expected_errors", "found_errors", "basis"])
    #expect(budget[1][3] == "scores")
  }

  @Test("takes verdicts back: the precision is measured, and a gate can judge it")
  func verdicts() throws {
    let marks = planted.sorted().enumerated().map { "\($1),\($0 == 0 ? "Accept" : "edit")" }
    let file = try folder.write(
      "verdicts.csv",
      "item,verdict\n" + marks.joined(separator: "\n") + "\n"
    )
    let policy = try folder.write(
      "policy.yml",
      "clauses:\n  - metric: suspect-precision\n    target: \">= 0.9\"\n    bound: value\n    minimum-n: 1\n"
    )
    let result = try suspects("--verdicts", file, "--json", "-", "-q", "--policy", policy)
    #expect(result.status == 1, "\(result.errors)")
    let report = try Self.json(Data(result.output.utf8)) as? [String: Any]
    let metrics = try #require(report?["metrics"] as? [[String: Any]])
    func value(_ id: String) -> Double? {
      metrics.first { $0["id"] as? String == id }?["value"] as? Double
    }
    #expect(value("suspect-precision") == 5.0 / 6 && value("reviewed") == 6)
  }

  @Test("refuses what it cannot use, and says what was expected")
  func refused() throws {
    for (verdicts, message) in [
      (
        "item,verdict\n1,maybe\n",
        "v.csv:2: 'maybe' is no verdict; accept, edit, reject or defer was expected"
      ),
      ("item,verdict\n1,edit\n1,accept\n", "v.csv:3: item '1' has a verdict already"),
      (
        "item,verdict\n7000,edit\n",
        "1 verdicts are about nothing in the queue, the first about '7000'"
      ),
    ] {
      let file = try folder.write("v.csv", verdicts)
      let result = try suspects("--verdicts", file)
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }
    for (arguments, message) in [
      (["--baseline", "x"], "--baseline needs --policy"),
      (["--fuse", "tea"], "there is no score 'tea'"),
      (["--fuse", ""], "there is no score ''"),
      (["--fuse", "lof,lof"], "names a score twice"),
      (["--fuse", "self-confidence"], "'self-confidence' needs --probabilities"),
      (["--neighbours", "0"], "--neighbours must be 1 to 1000"),
      (["--near-duplicate", "2"], "--near-duplicate must be 0 to 1"),
      (["--outlier", "nan"], "--outlier must be above 1"),
      (["--image-prefix", "x"], "--image-prefix goes with --label-studio"),
      (["--queue", "-", "--json", "-"], "can go to standard output"),
    ] {
      let result = try Program.run(["suspects", labels, "--embeddings", vectors] + arguments)
      #expect(result.status != 0 && result.errors.contains(message), "\(result.errors)")
    }
    let none = try Program.run("suspects", labels)
    #expect(none.errors.contains("give --embeddings, --probabilities, --images, or --predictions"))
  }

  @Test("names an approximate search, with its recall, in the report")
  func approximate() throws {
    let result = try suspects("--neighbour-search", "approximate", "--json", "-", "-q")
    let report = try Self.json(Data(result.output.utf8)) as? [String: Any]
    let parameters = try #require(report?["parameters"] as? [String: Any])
    #expect(parameters["neighbour-search"] as? String == "approximate (hnswlib)")
    let metrics = try #require(report?["metrics"] as? [[String: Any]])
    let recall = metrics.first { $0["id"] as? String == "neighbour-recall" }
    #expect(recall?["value"] as? Double ?? 0 > 0.95)
    let exact = try suspects("--json", "-", "-q").output
    #expect(exact.contains(#""neighbour-search": "exact""#) && !exact.contains("neighbour-recall"))
  }

  @Test("takes a list of labels, which has no boxes to export")
  func list() throws {
    let list = try folder.write("list.csv", "item,label\na,x\nb,x\nc,y\n")
    let found = try folder.write("found.csv", "item,p\nc,1.0\na,0\nb,0.1\n")
    let result = try Program.run("suspects", list, "--embeddings", found, "--distance", "l2")
    #expect(
      result.status == 0 && result.errors.contains("is a CSV with the columns item and label")
    )
    let refused = try Program.run(
      "suspects",
      list,
      "--embeddings",
      found,
      "--cvat",
      folder.path + "/c.xml"
    )
    #expect(refused.status == 2)
    #expect(refused.errors.contains("a list of labels has no boxes to write"))
  }

  @Test("has two companions: the objects nearest to one, and the neighbours of every vector")
  func companions() throws {
    let one = try #require(planted.sorted().first)
    let near = try Program.run(
      "similar",
      one,
      labels,
      "--embeddings",
      vectors,
      "--neighbours",
      "3",
      "-q"
    )
    #expect(near.status == 0)
    let rows = lines(near.output)
    #expect(rows[0] == ["item", "image", "category", "distance"] && rows.count == 4)
    let missing = try Program.run("similar", "none", labels, "--embeddings", vectors)
    #expect(missing.status == 2 && missing.errors.contains("has no object 'none'"))

    // On a line at 0, 1, 3: distances 1 and 3, 1 and 2, 2 and 3; zeros and NaN have no neighbours.
    let line = try folder.write("line.csv", "1,1\n1,2\n0,0\n1,4\n")
    let all = try Program.run("neighbours", line, "--neighbours", "2", "--distance", "l2")
    #expect(
      all.output.replacing("\r\n", with: "\n") == """
        row,rank,neighbour,distance
        0,1,1,1
        0,2,3,3
        1,1,0,1
        1,2,3,2
        3,1,1,2
        3,2,0,3

        """
    )
    let near3 = try Program.run(
      "neighbours",
      line,
      "--neighbours",
      "2",
      "--distance",
      "l2",
      "--neighbour-search",
      "approximate"
    )
    #expect(near3.output == all.output)
    #expect(
      near3.errors == "approximate (hnswlib): 6 of 6 nearest neighbours of a sample were found\n"
    )
    let few = try Program.run("neighbours", line)
    #expect(few.status == 2)
    #expect(few.errors.contains("has 3 usable vectors of 4; more than 10 are needed"))
  }
}
