import Annotations
import Audits
import Findings
import Formats
import Foundation
import Geometry
import Testing

@Suite struct RuleRunTests {
  /// Images over several slices, each with one copy of a box, every seventh with a degenerate one too.
  private static let images = 3 * Dataset.imagesPerSlice + 5

  private static func manyImages() async throws -> ReadResult {
    let names = (0..<images).map {
      #"{"id": \#($0), "file_name": "\#($0).jpg", "width": 100, "height": 80}"#
    }
    // Last image first, so that the file's order is not the table's.
    var boxes = (0..<images).reversed().flatMap { image in
      [0, 1].map { annotation(2 * image + $0, image: image, box: "10, 10, 20, 30") }
    }
    boxes += stride(from: 0, to: images, by: 7).map {
      annotation(10_000 + $0, image: $0, box: "10, 10, 0, 30")
    }
    boxes.append(annotation(20_000, image: 99_999, box: "10, 10, 0, 30"))
    return try await ExampleDataset.read(
      coco: coco(images: names.joined(separator: ","), annotations: boxes)
    )
  }

  @Test("gives the same bytes on 1, 2 and 7 threads")
  func sameBytes() async throws {
    let read = try await Self.manyImages()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var reports: [Data] = []
    for threads in [1, 2, 7] {
      reports.append(
        try encoder.encode(
          await RuleRun(findingsPerRule: 300, threads: threads).findings(in: [read])
        )
      )
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0] == reports[2])
  }

  @Test("findings go by rule, then image, then annotation; those without an image last")
  func order() async throws {
    let summary = await RuleRun(rules: rulesOfRecordsWithoutArea, threads: 3).findings(in: [
      try await Self.manyImages()
    ])
    let expected = [
      "zero-annotation-id", "dangling-image", "degenerate-box", "duplicate-box", "unused-category",
    ]
    var rules: [String] = []
    for item in summary.items where item.rule != rules.last { rules.append(item.rule) }
    #expect(rules == expected)

    let degenerate = summary.items.filter { $0.rule == "degenerate-box" }.map(\.image)
    #expect(degenerate == stride(from: 0, to: Self.images, by: 7).map { "\($0).jpg" } + [nil])
    let copies = summary.items.filter { $0.rule == "duplicate-box" }.map(\.image)
    #expect(copies == (0..<Self.images).map { "\($0).jpg" })
  }

  @Test("keeps the first findings of a rule and counts all", arguments: [0, 1, 300, 5000])
  func limit(kept: Int) async throws {
    let rules = [try #require(RuleCatalog.rule("duplicate-box"))]
    let run = RuleRun(rules: rules, findingsPerRule: kept, threads: 2)
    let summary = await run.findings(in: [try await Self.manyImages()])
    #expect(summary.total == Self.images)
    #expect(summary.rules.map(\.count) == [Self.images])
    #expect(
      summary.items.map(\.image) == (0..<min(kept, Self.images)).map { "\($0).jpg" }
    )
  }

  @Test("several data sets are one run: by rule, then by data set")
  func severalDatasets() async throws {
    let first = coco(annotations: [
      annotation(1, box: "10, 10, 0, 30"), annotation(1, box: "-9, 10, 20, 30"),
    ])
    let second = coco(annotations: [annotation(1, category: 2, box: "10, 10, 0, 30")])
    let reads = try await [ExampleDataset.read(coco: first), ExampleDataset.read(coco: second)]
    let items = await RuleRun(rules: rulesOfRecordsWithoutArea, threads: 2).findings(in: reads)
      .items
    #expect(
      items.map { "\($0.rule) \($0.category ?? "")" } == [
        "duplicate-annotation-id cat", "degenerate-box cat", "degenerate-box dog",
        "box-out-of-bounds cat", "unused-category dog", "unused-category cat",
      ]
    )
  }

  @Test("a data set without records yields a row for every rule and no finding")
  func emptyDataset() async throws {
    let read = try await ExampleDataset.read(
      coco: coco(images: "", categories: "", annotations: [])
    )
    let summary = await RuleRun(threads: 4).findings(in: [read])
    #expect(summary.total == 0)
    #expect(summary.rules.count == RuleCatalog.all.count)
  }

  @Test("VOC findings have no annotation id, and an XML path counted from 1")
  func vocPlaces() async throws {
    var images = ImageTable()
    images.ids = [.absent, .absent]
    images.fileNames = ["a.jpg", "b.jpg"]
    images.sizes = [ImageSize(width: 100, height: 80), nil]
    images.hasAssignment = [false, false]
    images.places = (0..<2).map { SourcePlace(file: $0, line: 1, column: 1, index: 0) }
    var categories = CategoryTable()
    categories.ids = [.absent]
    categories.names = ["cat"]
    categories.places = [SourcePlace(file: 0, line: 5, column: 3, index: 0)]
    var annotations = AnnotationTable()
    for index in 0..<2 as Range<Int32> {
      annotations.ids.append(.absent)
      annotations.images.append(0)
      annotations.imageIDs.append(.absent)
      annotations.categories.append(0)
      annotations.categoryIDs.append(.absent)
      annotations.boxes.append(Box(left: 10, top: 10, right: 30, bottom: 40))
      annotations.statedAreas.append(nil)
      annotations.flags.append([])
      annotations.segmentations.append(.none)
      annotations.keypointRows.append(AnnotationTable.noKeypoints)
      annotations.scores.append(nil)
      annotations.annotators.append(AnnotationTable.noAnnotator)
      annotations.seconds.append(nil)
      annotations.attributeRows.append(AnnotationTable.noAttributes)
      annotations.places.append(
        SourcePlace(file: 0, line: UInt32(5 + 4 * index), column: 3, index: index)
      )
    }
    let dataset = Dataset(
      format: .voc,
      files: ["a.xml", "b.xml"],
      images: images,
      categories: categories,
      annotations: annotations,
      strings: StringTable()
    )
    let read = ReadResult(dataset: dataset, quarantined: [], sha256: "")
    let items = await RuleRun(threads: 2).findings(in: [read]).items
    #expect(items.map(\.rule) == ["duplicate-box", "image-without-annotations"])
    #expect(items.map(\.annotation) == [nil, nil])
    #expect(
      items.map(\.place) == [
        Place(file: "a.xml", line: 9, column: 3, pointer: "/annotation/object[2]"),
        Place(file: "b.xml", line: 1, column: 1, pointer: "/annotation"),
      ]
    )
    #expect(items.first?.message == "same box and category as /annotation/object[1]")
  }
}
