import Foundation
import TestSupport
import Testing

@Suite("The command 'plan'")
struct PlanTests {
  private let gold = "Fixtures/street/gold.json"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let result = try Program.run(["plan"] + arguments + ["--quiet", "--json", "-"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test("alone says that 0 of 598 show half a percent and 0 of 59 five percent")
  func alone() throws {
    let result = try Program.run("plan")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.contains(["0.5", "%", "598", "947", "1,258", "1,549"]))
    #expect(lines.contains(["5", "%", "59", "93", "124", "153"]))
  }

  @Test("says what an inspection showed, of a process and of a lot")
  func limits() throws {
    let limits = try #require(
      try json("--inspected", "59", "--lot", "1000")["limits"] as? [String: Any]
    )
    // scipy 1.17.1: beta.ppf(.95, 1, 59), and the largest K with hypergeom.cdf(0, 1000, K, 59) > .05.
    #expect(abs(try #require(limits["exact"] as? Double) - 0.04950760988822693) < 1e-12)
    #expect(limits["defectiveInLot"] as? Int == 48)
    let text = try Program.run("plan", "--inspected", "598")
    #expect(
      text.output.contains("0 defects in 598 inspected (0 %) show at 95 % that at most 0.4997 %")
    )
    #expect(try Program.run("plan", "--inspected", "0").output.contains("show nothing"))
  }

  @Test("finds the plan of two quality levels and tells both risks")
  func acceptance() throws {
    let plan = try #require(
      try json("--aql", "1%", "--ltpd", "0.05")["plan"] as? [String: Any]
    )
    #expect(plan["inspected"] as? Int == 132 && plan["accepted"] as? Int == 3)
    // scipy 1.17.1: 1 − binom.cdf(3, 132, .01) and binom.cdf(3, 132, .05).
    #expect(abs(try #require(plan["producerRisk"] as? Double) - 0.04425) < 1e-5)
    #expect(abs(try #require(plan["consumerRisk"] as? Double) - 0.09923) < 1e-5)
  }

  @Test("draws the same bytes from the same seed, and keeps what the input had for the objects")
  func draw() throws {
    let paths = ["1", "2", "3"].map { ("\(folder.path)/\($0).json", "\(folder.path)/\($0).csv") }
    for (index, path) in paths.enumerated() {
      let result = try Program.run(
        [
          "plan", gold, "--prove", "5%", "--stratify", "category,size", "--seed",
          index == 2 ? "8" : "7", "--sample", path.0, "--sample-csv", path.1,
        ]
      )
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("Drawn 47 of 201 objects"))
    }
    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    #expect(try text(paths[0].0) == text(paths[1].0) && text(paths[0].1) == text(paths[1].1))
    #expect(try text(paths[0].0) != text(paths[2].0))
    let whole = "\(folder.path)/whole.json"
    #expect(try Program.run("convert", gold, "--to", "coco", "-o", whole, "-q").status == 0)
    func records(_ path: String) throws -> [Substring] {
      try text(path).split(separator: "\n").filter { $0.hasPrefix("{\"id\"") }
        .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    }
    let drawn = try records(paths[0].0)
    #expect(Set(drawn).isSubset(of: try records(whole)))
    #expect(drawn.count { $0.contains("\"bbox\"") } == 47)
    #expect(try text(paths[0].1).split(separator: "\r\n").count == 48)
    #expect(try Program.run("audit", paths[0].0, "-q").status == 0)
  }

  @Test("says what a drawn sample shows when it comes back inspected")
  func results() throws {
    let csv = "\(folder.path)/sample.csv"
    let drawn = try Program.run(
      "plan",
      gold,
      "--sample-size",
      "60",
      "--stratify",
      "size",
      "--sample-csv",
      csv,
      "-q"
    )
    #expect(drawn.status == 0, "\(drawn.errors)")
    var lines = try String(contentsOfFile: csv, encoding: .utf8)
      .components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(lines.count == 61 && lines[1].hasSuffix(","))
    // One defect, and the last line not looked at.
    for index in 1..<60 { lines[index] += index == 1 ? "yes" : "no" }
    try folder.write("sample.csv", lines.joined(separator: "\r\n"))
    let results = try #require(try json("--results", csv)["results"] as? [String: Any])
    #expect(results["units"] as? Int == 201 && results["drawn"] as? Int == 60)
    #expect(results["inspected"] as? Int == 59 && results["defects"] as? Int == 1)
    let strata = try #require(results["strata"] as? [[String: Any]])
    #expect(strata.map { $0["name"] as? String } == ["size=medium", "size=small"])
    #expect(strata.compactMap { $0["units"] as? Int }.reduce(0, +) == 201)
    // At least the limit of 1 in 59, 1 − .05^… = .0779 (scipy 1.17.1: beta.ppf(.95, 2, 58)).
    let limit = try #require(results["limit"] as? Double)
    #expect(limit > 0.0779 && limit < 0.0779 * 1.2)
    let text = try Program.run("plan", "--results", csv)
    #expect(
      text.output.contains("1 defect in 59 inspected of 201; 1 of the sample have no verdict")
    )

    try folder.write("sample.csv", "stratum,weight,defective\r\nall,2,maybe\r\n")
    let refused = try Program.run("plan", "--results", csv)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("sample.csv:2:1: 'maybe' is no verdict"))
    try folder.write("sample.csv", "stratum,weight,defective\r\nall,2.5,no\r\n")
    #expect(try Program.run("plan", "--results", csv).errors.contains("were lines taken out?"))
  }

  @Test("takes an audit for a pilot and says what it shows")
  func pilot() throws {
    let report = "\(folder.path)/report.json"
    #expect(try Program.run("audit", gold, "-q", "--json", report).status == 0)
    let pilot = try #require(
      try json("--report", report, "--prove", "2%")["pilot"] as? [String: Any]
    )
    let limits = try #require(pilot["limits"] as? [String: Any])
    #expect(limits["inspected"] as? Int == 201 && limits["defects"] as? Int == 0)
    // 1 − .05^(1/201) = .014794.
    #expect(abs(try #require(limits["exact"] as? Double) - 0.014794) < 1e-6)
    let advice = try #require(pilot["advice"] as? [String: Any])
    #expect(advice["verdict"] as? String == "shown" && advice["cleanUnits"] as? Int == 149)
    let strict = try Program.run("plan", "--report", report)
    #expect(strict.output.contains("At most 0.5 % is not shown yet; 598 units without a defect"))
    #expect(
      try Program.run("audit", "Fixtures/street/broken.json", "-q", "--json", report).status == 0
    )
    let broken = try Program.run("plan", "--report", report)
    #expect(broken.output.contains("put right what is found first"))
  }

  @Test("plans for each annotator and tier that a policy promises")
  func tiers() throws {
    let policy = try folder.write(
      "assay.yml",
      """
      clauses:
        - {metric: iou-share, tier: standard, target: ">= 0.9"}
        - {metric: iou-share, tier: pixel, slice: {category: car}, target: ">= 0.8"}
      """
    )
    let sample = try #require(
      try json(
        gold,
        "--prove",
        "10%",
        "--stratify",
        "annotator,tier",
        "--policy",
        policy,
        "--each-stratum"
      )[
        "sample"
      ] as? [String: Any]
    )
    let strata = try #require(sample["strata"] as? [[String: Any]])
    // 152 objects that are no car, and 49 cars; of so few, hypergeometric plans need fewer than 29.
    #expect(
      strata.map { $0["values"] as? [String: String] } == [["tier": "0.65"], ["tier": "0.9"]]
    )
    #expect(strata.map { $0["units"] as? Int } == [152, 49])
    for stratum in strata {
      #expect(try #require(stratum["shownRate"] as? Double) <= 0.1)
      #expect(try #require(stratum["drawn"] as? Int) < 29)
    }
  }

  @Test(
    "refuses what makes no sense, with the reason",
    arguments: [
      (["--aql", "5%", "--ltpd", "1%"], "--aql must be below --ltpd"),
      (["--aql", "5%"], "--aql and --ltpd go together"),
      (["--prove", "200%"], "--prove"),
      (["--inspected", "5", "--defects", "6"], "--defects 0 to --inspected"),
      (["--sample", "x.json"], "a sample is drawn from a DATASET"),
      (["Fixtures/street/gold.json", "--stratify", "anotator"], "did you mean 'annotator'?"),
      (["Fixtures/street/gold.json", "--stratify", "tier"], "go together"),
      (["Fixtures/street/gold.json", "--unit", "images", "--stratify", "size"], "not images"),
      (["Fixtures/street/gold.json", "--sample", "x.json"], "how many are to be drawn?"),
      (["--aql", "0.0499", "--ltpd", "0.05"], "no plan of a practical size"),
      (["--lot", "100", "--prove", "0.5%", "--accept", "1"], "no sample of 100 with 1 defects"),
      (["--report", "Fixtures/street/gold.json"], "a report ('assay-report/1') was expected"),
    ]
  )
  func refusals(arguments: [String], reason: String) throws {
    let result = try Program.run(["plan"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(reason), "\(result.errors)")
  }
}
