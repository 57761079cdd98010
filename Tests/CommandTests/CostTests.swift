import Findings
import Foundation
import TestSupport
import Testing

@Suite("The program on costs")
struct CostTests {
  private func report(_ arguments: String...) throws -> AuditReport {
    let result = try Program.run(["cost"] + arguments + ["--json", "-", "--quiet"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    return try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
  }

  /// The text with one space where there are more.
  private static func words(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  @Test("estimates from numbers given, and says what it leaves out")
  func numbers() throws {
    let result = try Program.run("cost", "--labels", "200000", "--defect-rate", "0.05")
    #expect(result.status == 0)
    for part in [
      "what 200,000 labels cost", "cost-rework               10,526.25",
      "corrections: 10,000 + 500 + 25 + 1.25", "rework-rounds                     4",
      "no price was given: costs are in prices of a label",
      "nothing was said of quality control",
    ] {
      #expect(result.errors.contains(part), "\(result.errors)")
    }
    let few = try report("--labels", "200000", "--defect-rate", "0.005")
    #expect(few.metric("corrections")?.value == 1005)
    #expect(few.metric("rework-rounds")?.value == 2)
    #expect(few.metric("cost-qa")?.undefinedReason?.contains("quality control") == true)
    #expect(few.metric("cost-total")?.n == 200_000)
  }

  @Test("estimates lots that are made again")
  func lots() throws {
    func uplift(_ acceptance: String) throws -> Double? {
      try report(
        "--labels",
        "200000",
        "--defect-rate",
        "0.05",
        "--lot-sample",
        "80",
        "--lot-acceptance",
        acceptance
      ).metric("uplift-over-price")?.value
    }
    #expect(abs(try #require(try uplift("5")) - 0.267) < 0.0005)
    #expect(abs(try #require(try uplift("3")) - 1.33) < 0.005)
  }

  @Test("sets scenarios side by side, the first one's volume and price for all")
  func scenarios() throws {
    let folder = try TemporaryFolder()
    let ours = try folder.write(
      "ours.yml",
      """
      version: 1
      name: ours
      source: our own books
      currency: EUR
      labels: 200000
      price: 0.05
      defect-rate: 0.05
      qa-share: 0.15
      """
    )
    let report = try report("--scenario", ours, "managed")
    let cost = try #require(report.cost)
    #expect(cost.currency == "EUR")
    #expect(cost.scenarios.map(\.name) == ["ours", "managed"])
    #expect(cost.scenarios.allSatisfy { !$0.source.isEmpty })
    let managed = SliceLabel([.scenario: "managed"])
    #expect(report.metric("cost-direct", managed)?.value == 25_000)
    // 2.5 × 1.005025 − 1.15 − 0.05263125 = 1.30993125.
    let remediation = try #require(report.metric("break-even-remediation", managed)?.value)
    #expect(abs(remediation - 1.309_931_25) < 1e-9)
    // (1.15 + 0.05263125) / 1.005025 = 1.196618… times the price.
    let multiple = try #require(report.metric("break-even-price-multiple", managed)?.value)
    #expect(abs(multiple - 1.202_631_25 / 1.005_025) < 1e-9)
    #expect(report.metric("break-even-remediation", SliceLabel([.scenario: "ours"])) == nil)
    // An option counts for every scenario.
    let dearer = try self.report("--scenario", ours, "managed", "--price", "0.1")
    #expect(dearer.metric("cost-direct", managed)?.value == 50_000)
  }

  @Test("tells all that is wrong with a scenario, each with its place and the nearest key")
  func brokenScenario() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "s.yml",
      """
      version: 2
      name: [a]
      defect-rat: 0.05
      qa-share: [0.1, 0.2, 0.3]
      wage: "15"
      labels: -3
      lot-sample: 80.5
      price: 0.05
      price-per-frame: 0.4
      defect-rate: measure
      """
    )
    let result = try Program.run("cost", "--scenario", path)
    #expect(result.status == 2)
    for line in [
      ":1:10: 'version' must be 1", ":2:7: 'name' must be a text",
      ":3:1: unknown key 'defect-rat'; did you mean 'defect-rate'?",
      ":4:11: 'qa-share' must be a number, or a range like [0.15, 0.25]",
      ":5:7: 'wage' must be a number", ":6:9: 'labels' must be a number from 1 to",
      ":7:13: 'lot-sample' must be a whole number",
      ":9:1: 'price-per-frame' and 'price' say the same; only one was expected",
      ":10:14: 'defect-rate' must be a number, or a range like [0.15, 0.25], or 'measured'",
    ] {
      #expect(result.errors.contains(line), "\(result.errors)")
    }
    #expect(result.errors.split(separator: "\n").count == 9, "\(result.errors)")
  }

  @Test(
    "ends with 2 and says what is missing or does not fit",
    arguments: [
      ([], "the defect rate is missing"),
      (["--defect-rate", "0.1"], "the number of labels is missing"),
      (["--labels", "5", "--defect-rate", "1"], "does not end within 1000 rounds"),
      (["--labels", "5", "--frames", "5"], "--labels and --frames exclude each other"),
      (["--labels", "5", "--defect-rate", "2"], "--defect-rate must be a number from 0 to 1"),
      (["--labels", "nan"], "--labels"),
      (["--before", "a.json"], "--before and --after go together"),
      (["--rate", "x-rate"], "--rate and --rate-slice go with --report"),
      (["--report", "a.json", "--rate-slice", "cat"], "--rate-slice must be like 'category=cat'"),
      (["--report", "a.json", "--defect-rate", "0.1"], "exclude each other"),
      (["--report", "missing.json"], "missing.json"),
      (["--scenario", "crwd"], "did you mean 'crowd'?"),
      (["--scenario", "crowd", "crowd"], "there is a scenario 'crowd' already"),
      (["--scenario", "missing.yml"], "No such file"), (["presets", "manged"], "'managed'"),
    ]
  )
  func problems(arguments: [String], problem: String) throws {
    let result = try Program.run(["cost"] + arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(problem), "\(result.errors)")
  }

  @Test("prints every preset as a file that it can read, with the source of its numbers")
  func presets() throws {
    let list = try Program.run("cost", "presets").output.split(separator: "\n")
    #expect(list.count == 3)
    let folder = try TemporaryFolder()
    for line in list {
      let name = try #require(line.split(separator: " ").first.map(String.init))
      let text = try Program.run("cost", "presets", name).output
      #expect(text.contains("source: "))
      let path = try folder.write("\(name).yml", text)
      let report = try report("--labels", "10", "--scenario", path)
      #expect(report.cost?.scenarios.first?.name == name)
      #expect(report.cost == (try self.report("--labels", "10", "--scenario", name)).cost)
    }
  }

  @Test("warns where the price of a frame hides the price of an object")
  func frames() throws {
    let numbers = [
      "--frames", "1000", "--price-per-frame", "0.5", "--defect-rate", "0.05",
      "--objects-per-frame",
    ]
    let hidden = try Program.run(["cost"] + numbers + ["2..30"])
    #expect(hidden.errors.contains("the price of a frame hides the price of an object"))
    #expect(hidden.errors.contains("0.2500 in frames of 2"))
    let even = try Program.run(["cost"] + numbers + ["9..10"])
    #expect(!even.errors.contains("hides"))
    let unknown = try Program.run(["cost"] + numbers + ["9"])
    #expect(unknown.errors.contains("what an object costs in crowded frames cannot be told"))
  }

  @Test("judges an estimate by a policy, and writes every output")
  func outputs() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.write(
      "p.yml",
      "clauses:\n  - {metric: uplift-over-price, target: \"<= 0.05\", bound: value}\n"
    )
    let result = try Program.run(
      "cost",
      "--labels",
      "200000",
      "--defect-rate",
      "0.05",
      "--policy",
      policy,
      "--output",
      folder.path + "/out"
    )
    #expect(result.status == 1)
    #expect(result.errors.contains("uplift-over-price 0.0526"), "\(result.errors)")
    let page = try String(contentsOfFile: folder.path + "/out/report.html", encoding: .utf8)
    #expect(page.contains("Price 200,000.00, Rework 10,526.25, Total 210,526.25"))
    let table = try String(contentsOfFile: folder.path + "/out/metrics.csv", encoding: .utf8)
    #expect(table.contains("cost-rework,"))
    // The stored report gives the same page again.
    let again = try Program.run("report", folder.path + "/out/report.json", "--html", "-", "-q")
    #expect(again.output == page)
  }

  /// `Fixtures/street/broken.json` has 226 annotations, 18 of which have an error: 4 out of bounds, 1 without
  /// image, 2 without extent, 2 with an id twice, 3 drawn twice, 2 of no category, 2 with a malformed
  /// outline, 2 that cannot be used.
  @Test("carries a measured defect rate, its n and its interval to every result")
  func measured() throws {
    let broken = "Fixtures/street/broken.json"
    let folder = try TemporaryFolder()
    let stored = folder.path + "/audit.json"
    // However few findings the report lists.
    let audit = ["audit", broken, "-q", "--findings-per-rule", "0", "--json", stored]
    #expect(try Program.run(audit).status == 0)
    let report = try report("--report", stored, "--price", "0.05", "--qa-share", "0.2")
    let rate = try #require(report.metric("defect-rate"))
    #expect(rate.value == 18.0 / 226 && rate.n == 226)
    // Wilson for 18 of 226 by scipy 1.17.1: 0.0509714…, 0.1223717….
    #expect(abs((rate.interval?.low ?? 0) - 0.050_971_4) < 1e-6)
    #expect(abs((rate.interval?.high ?? 0) - 0.122_371_8) < 1e-6)
    for id in [
      "cost-rework", "cost-total", "uplift-over-price", "unbudgeted-share",
      "cost-per-accepted-label", "corrections", "rework-rounds",
    ] {
      let record = try #require(report.metric(id))
      let (value, interval) = (try #require(record.value), try #require(record.interval))
      #expect(interval.low <= value && value <= interval.high && interval.low < interval.high)
      #expect(interval.method == "wilson-95-of-defect-rate")
    }
    #expect(report.inputs.map(\.name) == ["broken.json"])
    #expect(report.metric("cost-total")?.n == 226)
    // An audit of the data set itself gives the same.
    let direct = try self.report("--report", broken, "--price", "0.05", "--qa-share", "0.2")
    #expect(direct.metrics == report.metrics)
  }

  @Test("takes any share of a report for the defect rate")
  func otherRate() throws {
    let folder = try TemporaryFolder()
    let compared = folder.path + "/compared.json"
    let street = "Fixtures/street"
    let run = try Program.run([
      "compare", "\(street)/annotator-a.json", "\(street)/annotator-b.json", "--reference",
      "\(street)/gold.json", "--json", compared, "-q", "--bootstrap", "0",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let report = try report(
      "--report",
      compared,
      "--rate",
      "annotator-error-rate",
      "--rate-slice",
      "annotator=a"
    )
    // 15 of the 205 objects that were expected or drawn.
    #expect(report.metric("defect-rate")?.value == 15.0 / 205)
    let wrong = try Program.run("cost", "--report", compared)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("compared.json: has no 'defect-rate'; rates that it has are"))
  }

  @Test("takes a measured rate for the scenario that asks for it")
  func measuredScenario() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "ours.yml",
      "name: ours\nprice: 0.1\ndefect-rate: measured\n"
    )
    let broken = "Fixtures/street/broken.json"
    let report = try report("--scenario", "managed", path, "--report", broken, "--labels", "1000")
    #expect(report.metric("defect-rate", SliceLabel([.scenario: "ours"]))?.n == 226)
    #expect(report.metric("defect-rate", SliceLabel([.scenario: "managed"])) == nil)
    let missing = try Program.run("cost", "--scenario", path, "--labels", "1000")
    #expect(missing.errors.contains("ours: the defect rate is to be measured: --report is missing"))
  }

  @Test("verifies a rework, and takes it into an estimate")
  func rework() throws {
    let (broken, gold) = ("Fixtures/street/broken.json", "Fixtures/street/gold.json")
    let result = try Program.run("cost", "rework", broken, gold)
    #expect(result.status == 0)
    // Those above.
    #expect(Self.words(result.errors).contains("rework-fixed 18 "), "\(result.errors)")
    #expect(!result.errors.contains("finding"))
    let same = try report("--before", broken, "--after", broken, "--rounds", "3")
    #expect(same.metric("rework-untouched")?.value == 18)
    #expect(same.metric("rework-defect-rate")?.value == 1)
    // Nothing is mended, so that each round corrects the same 18 labels.
    #expect(same.cost?.scenarios[0].rounds == [18, 18, 18])
    let mended = try report("--before", broken, "--after", gold)
    #expect(mended.cost?.scenarios[0].rounds == [18])
    #expect(mended.inputs.map(\.role) == ["before", "after"])
  }

  @Test("tells how much of a batch's defects recur")
  func recurrence() throws {
    let broken = "Fixtures/street/broken.json"
    let result = try Program.run("cost", "recurrence", broken, broken, "-q", "--json", "-")
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
    #expect(report.metric("recurrence-rate")?.value == 1)
    #expect(report.metric("recurrence-rate")?.n == 18)
    let clean = try Program.run("cost", "recurrence", "Fixtures/street/gold.json", broken)
    #expect(Self.words(clean.errors).contains("recurrence-rate 0 (0 … "), "\(clean.errors)")
  }
}
