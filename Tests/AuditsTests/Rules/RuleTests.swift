import Audits
import Findings
import Testing

@Suite struct RuleTests {
  @Test("a plain, correct file with a crowd region yields no finding")
  func plainFileIsClean() async throws {
    let json = coco(
      annotations: [
        annotation(
          1,
          box: "10, 10, 20, 30",
          #", "area": 300, "iscrowd": 0, "segmentation": [[10, 10, 30, 10, 10, 40]]"#
        ),
        annotation(2, category: 2, box: "60, 10, 20, 30", #", "area": 600, "iscrowd": 0"#),
        annotation(
          3,
          box: "0, 0, 1, 80",
          #", "area": 80, "iscrowd": 1, "segmentation": {"counts": [0, 80, 7920], "size": [80, 100]}"#
        ),
      ]
    )
    let summary = try await RuleRun(threads: 2).findings(in: [ExampleDataset.read(coco: json)])
    #expect(summary.items.map(\.message) == [])
    #expect(summary.total == 0)
    #expect(summary.rules.map(\.id) == RuleCatalog.all.map { $0.about.id })
  }

  @Test("a finding carries image, annotation, category, box, place, evidence and fingerprint")
  func findingIsComplete() async throws {
    let json = coco(annotations: [
      annotation(4, box: "60, 10, 20, 30"), annotation(7, category: 2, box: "10, 10, 0, 12"),
    ])
    let found = try await findings(of: "degenerate-box", in: json)
    let expected = Finding(
      rule: "degenerate-box",
      severity: .error,
      image: "a.jpg",
      annotation: "7",
      category: "dog",
      box: [10, 10, 0, 12],
      place: Place(file: "example.json", line: 3, column: 1, pointer: "/annotations/1"),
      message: "box is 0 × 12 px; sides must be above 0",
      hint: try #require(RuleCatalog.rule("degenerate-box")).about.fix,
      evidence: ["image-width": 100, "image-height": 80]
    )
    #expect(found == [expected])
  }

  @Test("a fingerprint survives new ids, another order and a shift below half a pixel")
  func fingerprintIsStable() async throws {
    let first = try await findings(
      of: "degenerate-box",
      in: coco(annotations: [annotation(7, box: "10, 10, 0, 12")])
    )
    let second = try await findings(
      of: "degenerate-box",
      in: coco(annotations: [
        annotation(1, box: "60, 10, 20, 30"), annotation(2, box: "10.2, 9.8, 0, 12"),
      ])
    )
    #expect(first.map(\.fingerprint) == second.map(\.fingerprint))
    #expect(first.map(\.place) != second.map(\.place))
  }

  @Test("an inverted box is degenerate")
  func invertedBox() async throws {
    let json = coco(annotations: [annotation(1, box: "60, 10, -20.5, 12")])
    let found = try await findings(of: "degenerate-box", in: json)
    #expect(found.map(\.message) == ["box is inverted, of -20.5 × 12 px; sides must be above 0"])
  }

  @Test("each further annotation with an id is reported, and names the first of the file")
  func duplicateIDs() async throws {
    // In the order of images, the record of image 1 stands first although the file has it last.
    let images = """
      {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
      {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}
      """
    let json = coco(
      images: images,
      annotations: [
        annotation(7, image: 2, box: "10, 10, 20, 30"),
        annotation(7, image: 2, box: "40, 10, 20, 30"),
        annotation(7, image: 1, box: "10, 10, 20, 30"),
      ]
    )
    let found = try await findings(of: "duplicate-annotation-id", in: json)
    #expect(found.map { $0.place?.pointer } == ["/annotations/2", "/annotations/1"])
    #expect(
      found.map(\.message)
        == Array(repeating: "id 7 is also that of /annotations/0; ids must be unique", count: 2)
    )
  }

  @Test("annotations of an undeclared image have no image, and are checked all the same")
  func danglingImage() async throws {
    let json = coco(annotations: [
      annotation(1, image: 9, category: 5, box: "10, 10, 0, 30"),
      annotation(2, image: 9, box: "-5, 10, 20, 30"),
    ])
    let summary = try await RuleRun(rules: rulesOfRecordsWithoutArea, threads: 2).findings(in: [
      ExampleDataset.read(coco: json)
    ])
    let found = summary.items.filter { $0.annotation != nil }
    #expect(found.allSatisfy { $0.image == nil })
    #expect(
      found.map { "\($0.rule) \($0.annotation ?? "")" } == [
        "dangling-image 1", "dangling-image 2", "undefined-category 1", "degenerate-box 1",
        "box-out-of-bounds 2",
      ]
    )
    #expect(
      found.first?.message == "image id '9' is not declared; expected the id of one of the images"
    )
  }

  @Test("an undefined category is reported once an annotation, and the rest is audited")
  func undefinedCategory() async throws {
    let json = coco(annotations: [
      annotation(1, category: 5, box: "10, 10, 20, 30"), annotation(2, box: "10, 10, 0, 30"),
    ])
    let summary = try await RuleRun(rules: rulesOfRecordsWithoutArea, threads: 1).findings(in: [
      ExampleDataset.read(coco: json)
    ])
    let undefined = try #require(summary.items.first)
    #expect(undefined.rule == "undefined-category")
    #expect(undefined.category == nil)
    #expect(undefined.message == "category id '5' is not declared; expected one of the 2 declared")
    #expect(summary.items.map(\.rule).contains("degenerate-box"))
  }

  @Test("a category without an annotation and two of one name point at the category")
  func categories() async throws {
    let json = coco(
      categories: #"{"id": 1, "name": "cat"}, {"id": 2, "name": " Cat"}"#,
      annotations: [annotation(1, box: "10, 10, 20, 30")]
    )
    let named = try await findings(of: "duplicate-category-name", in: json)
    #expect(named.map { $0.place?.pointer } == ["/categories/1"])
    #expect(
      named.map(\.message)
        == ["category ' Cat' has the name of /categories/0, 'cat'; names must differ"]
    )
    let unused = try await findings(of: "unused-category", in: json)
    #expect(unused.map(\.category) == [" Cat"])
    #expect(unused.map(\.image) == [nil])
  }

  @Test("an image without annotations points at the image")
  func emptyImage() async throws {
    let found = try await findings(of: "image-without-annotations", in: coco(annotations: []))
    #expect(found.map(\.image) == ["a.jpg"])
    #expect(found.map { $0.place?.pointer } == ["/images/0"])
    #expect(found.map(\.evidence) == [["image-width": 100, "image-height": 80]])
  }

  @Test("a record that the reader left out is reported where it stands")
  func unusableRecord() async throws {
    let json = coco(annotations: [
      annotation(1, box: "10, 10, 20, 30"), annotation(2, box: "10, 10, 20"),
    ])
    let found = try await findings(of: "unusable-record", in: json)
    #expect(found.map(\.message) == ["'bbox' must be [x, y, width, height], found 3 numbers"])
    #expect(
      found.map(\.place)
        == [Place(file: "example.json", line: 3, column: 1, pointer: "/annotations/1")]
    )
  }
}
