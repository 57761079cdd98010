import Annotations
import Audits
import Findings
import Formats
import Testing

@Suite("Drawing a sample")
struct DrawnSampleTests {
  private static let images =
    (1...6).map { image in
      """
      {"id": \(image), "file_name": "\(image).jpg", "width": 100, "height": 80, "scene": "\(image % 2 == 0 ? "day" : "night")",
       "split": "train", "rater_list": ["ada", "ben"], "not_exhaustive_category_ids": [2]}
      """
    }
  /// Five objects an image, 'cat' and 'dog' in turn, by ada in images 1 to 4, by ben in the others.
  private static let annotations =
    (0..<30).map { id in
      annotation(
        id + 1,
        image: id / 5 + 1,
        category: id % 2 + 1,
        box: "\(id), 2, \(id % 3 == 0 ? 50 : 10), 30",
        #"""
        , "annotator": "\#(id < 20 ? "ada" : "ben")", "area": 123.5, "score": 0.25,
          "segmentation": [[1, 1, 9, 1, \#(id), 9]], "annotation_time": 3.5,
          "attributes": {"colour": "red", "count": 2, "wet": true}
        """#
      )
    }

  private func frame(
    _ keys: [StratumKey],
    unit: SampleFrame.Unit = .objects,
    shuffled: Bool = false,
    tiers: PrecisionTiers? = nil
  ) async throws -> SampleFrame {
    let json = coco(
      images: (shuffled ? Self.images.reversed() : Self.images).joined(separator: ",\n"),
      annotations: shuffled ? Self.annotations.reversed() : Self.annotations
    )
    return SampleFrame(try await dataset(fromCOCO: json), unit: unit, keys: keys, tiers: tiers)
  }

  private func drawn(_ sample: DrawnSample) -> Set<String> {
    Set(
      sample.units.map { unit in
        let dataset = sample.frame.dataset
        let name =
          sample.frame.unit == .objects
          ? dataset.text(of: dataset.annotations.ids[unit.row])
          : dataset.images.fileNames[unit.row]
        return "\(name) \(unit.draw)"
      }
    )
  }

  @Test("cuts objects into strata, sorted by their values")
  func strata() async throws {
    let frame = try await frame([.annotator, .category])
    #expect(
      frame.strata.map(frame.name) == [
        "annotator=ada, category=cat", "annotator=ada, category=dog",
        "annotator=ben, category=cat", "annotator=ben, category=dog",
      ]
    )
    #expect(frame.strata.map(\.rows.count) == [10, 10, 5, 5])
    #expect(frame.count == 30 && frame.excluded == 0)
    let sizes = try await self.frame([.size, .split])
    // 10 boxes of 50 × 30 = 1500 px², from 32² on; 20 of 300 px².
    #expect(sizes.strata.map { $0.values } == [["medium", "train"], ["small", "train"]])
    #expect(sizes.strata.map(\.rows.count) == [10, 20])
  }

  @Test("cuts images by scene, and by all who drew in them")
  func imageStrata() async throws {
    let frame = try await frame([.scene, .annotator], unit: .images)
    #expect(
      frame.strata.map(frame.name) == [
        "scene=day, annotator=ada", "scene=day, annotator=ben", "scene=night, annotator=ada",
        "scene=night, annotator=ben",
      ]
    )
    #expect(frame.strata.map(\.rows.count) == [2, 1, 2, 1])
  }

  @Test(
    "draws the same units of the same seed, whatever the order of records, and others of another"
  )
  func sameness() async throws {
    for unit in SampleFrame.Unit.allCases {
      let frames = (
        try await frame([.annotator], unit: unit),
        try await frame([.annotator], unit: unit, shuffled: true)
      )
      let shares = unit == .objects ? [7, 3] : [2, 1]
      let first = DrawnSample(frames.0, shares: shares, seed: 5)
      #expect(first.units.count == shares.reduce(0, +))
      #expect(drawn(first) == drawn(DrawnSample(frames.1, shares: shares, seed: 5)))
      #expect(drawn(first) != drawn(DrawnSample(frames.0, shares: shares, seed: 6)))
    }
  }

  @Test("of more units holds that of fewer, and a stratum is drawn alike whatever others there are")
  func growth() async throws {
    let frame = try await frame([.annotator])
    let few = drawn(DrawnSample(frame, shares: [4, 2], seed: 9))
    let more = drawn(DrawnSample(frame, shares: [12, 2], seed: 9))
    #expect(more.isSuperset(of: few) && more.count == 14)
  }

  @Test("writes what the input had for the drawn objects and their images, and nothing else")
  func contents() async throws {
    let frame = try await frame([])
    let sample = DrawnSample(frame, shares: [4], seed: 1)
    var whole: [String] = []
    _ = COCOWriter.write(frame.dataset) { whole += $1.split(separator: "\n").map(Self.record) }
    var part: [String] = []
    let loss = COCOWriter.write(sample.dataset) {
      part += $1.split(separator: "\n").map(Self.record)
    }
    #expect(loss.records.isEmpty)
    #expect(part.filter { $0.contains("\"bbox\"") }.count == 4)
    let ofImages = Set(sample.units.map { frame.dataset.annotations.images[$0.row] })
    #expect(part.filter { $0.contains("\"file_name\"") }.count == ofImages.count)
    // Every line stands in the whole file, too: ids, outlines, attributes, who, and how long.
    #expect(Set(part).isSubset(of: whole))
    #expect(part.contains { $0.contains("annotation_time") && $0.contains(#""wet": true"#) })
  }

  @Test("of images keeps all of their objects")
  func imageContents() async throws {
    let frame = try await frame([], unit: .images)
    let sample = DrawnSample(frame, shares: [2], seed: 1).dataset
    #expect(sample.images.count == 2 && sample.annotations.count == 10)
    #expect(sample.images.notExhaustive.count == 2 && sample.images.assigned.count == 2)
  }

  @Test("leaves out what a COCO file cannot hold, and counts it")
  func excluded() async throws {
    let json = coco(annotations: [
      annotation(1, box: "1, 2, 3, 4"), annotation(2, category: 9, box: "1, 2, 3, 4"),
      annotation(3, image: 9, box: "1, 2, 3, 4"),
    ])
    let frame = SampleFrame(try await dataset(fromCOCO: json), unit: .objects, keys: [.annotator])
    #expect(frame.count == 1 && frame.excluded == 2)
    #expect(frame.strata.map(frame.name) == ["annotator=(none)"])
  }

  @Test(
    "takes the tier of the narrowest promise, the tightest of equals, and none where none is made"
  )
  func tiers() async throws {
    func clause(
      _ iou: Double,
      _ slice: [SliceKey: String],
      _ metric: String = "iou-share"
    )
      -> Policy.Clause
    {
      Policy.Clause(
        metric: metric,
        slice: SliceLabel(slice),
        iou: iou,
        promise: .target(Target(.atLeast, 0.9)),
        place: "p.yml:1"
      )
    }
    let policy = Policy(
      clauses: [
        clause(0.75, [.category: "cat"]), clause(0.9, [.category: "*"], "dice"),
        clause(0.5, [.annotator: "ben"]), clause(0.65, [.category: "cat", .annotator: "ada"]),
        clause(0.9, [.category: "dog", .complexity: "0"]),
      ],
      limits: []
    )
    let frame = try await frame([.tier], tiers: PrecisionTiers(policy))
    // ada's cats .65 (two names), ben's cats .75 (the tightest of one name), ben's dogs .5; no promise is
    // about ada's dogs: a dice is none, and a scene's complexity is no property of an object.
    #expect(frame.strata.map { $0.values } == [[nil], ["0.5"], ["0.65"], ["0.75"]])
    #expect(frame.strata.map(\.rows.count) == [10, 5, 10, 5])
    #expect(PrecisionTiers(Policy(clauses: [clause(0.5, [:], "dice")], limits: [])).isEmpty)
  }

  private static func record(_ line: Substring) -> String {
    String(line.hasSuffix(",") ? line.dropLast() : line)
  }
}
