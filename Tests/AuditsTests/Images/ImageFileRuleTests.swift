import Audits
import Findings
import Formats
import Foundation
import Imaging
import Metrics
import TestSupport
import Testing

@Suite("Rules about image files")
struct ImageFileRuleTests {
  static let ids = ImageFileRuleCatalog.abouts.map(\.id)

  private func findings(
    of rule: any ImageFileRule.Type,
    in example: ImageFileExample
  ) async throws -> [Finding] {
    var found = FindingCollector(limit: 100)
    rule.init().check(try await SampleImageFiles(example).survey(), into: &found)
    return found.items
  }

  private func rule(_ id: String) throws -> any ImageFileRule.Type {
    try #require(ImageFileRuleCatalog.all.first { $0.about.id == id })
  }

  @Test("a rule finds something in each of its triggering examples", arguments: ids)
  func triggers(id: String) async throws {
    let rule = try rule(id)
    #expect(!rule.triggering.isEmpty)
    for example in rule.triggering {
      let found = try await findings(of: rule, in: example)
      #expect(found.count == 1, "\(example)")
      for finding in found {
        #expect(finding.rule == id && finding.severity == rule.about.severity)
        #expect(finding.image != nil && finding.place != nil && finding.hint == rule.about.fix)
        #expect(!finding.message.isEmpty && finding.message.last != ".")
      }
    }
  }

  @Test("a rule finds nothing in each of its clean examples", arguments: ids)
  func passes(id: String) async throws {
    let rule = try rule(id)
    #expect(!rule.clean.isEmpty)
    for example in rule.clean {
      #expect(try await findings(of: rule, in: example).map(\.message) == [], "\(example)")
    }
  }

  @Test("ids are unique, kebab-case, and explained")
  func explained() {
    #expect(Set(RuleCatalog.abouts.map(\.id)).count == RuleCatalog.abouts.count)
    for about in ImageFileRuleCatalog.abouts {
      #expect(about.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
      #expect(about.rationale.count > 80 && !about.fix.isEmpty && !about.summary.contains("\n"))
      #expect(RuleCatalog.abouts.contains { $0.id == about.id })
    }
  }

  @Test("every rule of the folder is in the catalog")
  func folder() throws {
    let folder = SharedData.projectRoot.appending(path: "Sources/Audits/Images/Rules")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    let names = files.map { $0.replacing(".swift", with: "") }
    #expect(Set(names) == Set(ImageFileRuleCatalog.all.map { "\($0)" }))
  }

  @Test("a file with another size, another turn and a copy gets one finding of each, in order")
  func several() async throws {
    let example = ImageFileExample([
      .init("a.jpg", split: "train", .picture(seed: 1)),
      .init("b.jpg", width: 10, height: 10, split: "test", .picture(seed: 1, orientation: 8)),
      .init("c.jpg", split: "test", .blank),
      .init("d.jpg", split: "test", .picture(seed: 1)),
      .init("e.jpg", split: "test", nil),
    ])
    let files = try await SampleImageFiles(example)
    for threads in [1, 3] {
      let survey = try await files.survey(threads: threads)
      var texts: [String] = []
      for rule in ImageFileRuleCatalog.all {
        var found = FindingCollector(limit: 10)
        rule.init().check(survey, into: &found)
        texts += found.items.map { "\($0.rule) \($0.image ?? "") \($0.otherImage ?? "")" }
      }
      #expect(
        texts == [
          "missing-image-file e.jpg ", "image-size-mismatch b.jpg ", "exif-turned-image b.jpg ",
          "blank-image c.jpg ", "picture-in-two-splits b.jpg a.jpg",
          "picture-in-two-splits d.jpg a.jpg", "near-duplicate-picture d.jpg b.jpg",
        ]
      )
    }
  }

  @Test("a copy without a split does not hide that two others are in two splits")
  func copies() async throws {
    let splits = [nil, "train", "test", "train", nil]
    let example = ImageFileExample(
      splits.enumerated().map { .init("\($0.offset).jpg", split: $0.element, .picture(seed: 1)) }
    )
    let leaks = try await findings(of: PictureInTwoSplitsRule.self, in: example)
    #expect(
      leaks.map { "\($0.image ?? "") \($0.otherImage ?? "")" } == ["2.jpg 1.jpg", "3.jpg 2.jpg"]
    )
    let copies = try await findings(of: RepeatedPictureRule.self, in: example)
    #expect(
      copies.map { "\($0.image ?? "") \($0.otherImage ?? "")" }
        == ["1.jpg 0.jpg", "2.jpg 0.jpg", "3.jpg 0.jpg", "4.jpg 0.jpg"]
    )
  }

  @Test("a picture that is too large to decode is counted, and its size is checked")
  func tooLarge() async throws {
    let files = try await SampleImageFiles(ImageFileExample([.init("a.png", nil)]))
    // A header of 8193 × 8192 px, no data, and an end: all that the size needs.
    let png: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
      0x20, 1, 0, 0, 0x20, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0, 0,
      0, 0,
    ]
    try files.folder.write("images/a.png", png)
    let survey = try await files.survey()
    #expect(survey.tooLarge == 1)
    var found = FindingCollector(limit: 10)
    ImageSizeMismatchRule().check(survey, into: &found)
    #expect(found.items.first?.evidence["file-width"] == 8193)
  }

  @Test("an audit runs them where a folder is named, and says so; else it is as before")
  func audit() async throws {
    let files = try await SampleImageFiles(ImageFileExample([.init("a.jpg", nil)]))
    let json = coco(annotations: [])
    let delivery = Delivery(
      role: "dataset",
      name: "x.json",
      format: "coco",
      detected: "",
      result: try await ExampleDataset.read(coco: json)
    )
    var run = AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 10,
      bootstrap: ImageBootstrap(replicates: 0)
    )
    let without = await run.report(on: delivery)
    #expect(without.parameters["images"] == nil && without.excluded["pictures-too-large"] == nil)
    #expect(!without.findings.rules.contains { Self.ids.contains($0.id) })
    run.images = try files.source()
    let with = await run.report(on: delivery)
    #expect(with.parameters["images"] == .text("images"))
    #expect(with.findings.rules.suffix(Self.ids.count).map(\.id) == Self.ids)
    #expect(
      with.findings.items.last?.message == "there is no file 'a.jpg' in the folder of the images"
    )
  }
}

/// Data of others, whose files are in order.
@Suite(.enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage)))
struct PublicImageTests {
  @Test("BCCD: all 364 files are whole and of their size; two show nearly the same, in two splits")
  func bccd() async throws {
    let path = SharedData.data("bccd")
    let detection = try FormatCatalog.detect(path)
    let read = try await detection.format.read(detection.path, threads: 2)
    let source = ImageSource(name: "JPEGImages", folder: try ImageFolder(path + "/JPEGImages"))
    let survey = await ImageSurvey(read.dataset, in: source, threads: 4)
    var texts: [String] = []
    for rule in ImageFileRuleCatalog.all {
      var found = FindingCollector(limit: 10)
      rule.init().check(survey, into: &found)
      texts += found.items.map { "\($0.rule) \($0.image ?? "") \($0.otherImage ?? "")" }
    }
    #expect(survey.files.count == 364)
    #expect(texts == ["picture-in-two-splits BloodImage_00038.jpg BloodImage_00037.jpg"])
  }
}
