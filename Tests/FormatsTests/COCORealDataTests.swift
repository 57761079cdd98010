import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite(
  "Real COCO files",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct COCORealDataTests {
  /// Known from the makers' descriptions and from Python's `json`.
  struct Known: Sendable, CustomTestStringConvertible {
    var path: String
    var images: Int
    var annotations: Int
    var categories: Int
    var testDescription: String { path }
  }

  static let files = [
    Known(path: "taco/instances.json", images: 1500, annotations: 4784, categories: 60),
    Known(path: "lvis200/rater1.json", images: 200, annotations: 1751, categories: 1203),
    Known(path: "lvis200/rater2.json", images: 200, annotations: 1770, categories: 1203),
    Known(
      path: "coco100/instances_val2014_100.json",
      images: 100,
      annotations: 839,
      categories: 80
    ),
    Known(path: "coco100/gt_ignore_test.json", images: 1, annotations: 14, categories: 1),
    Known(path: "formats100/coco_v1.json", images: 100, annotations: 273, categories: 20),
    Known(path: "formats100/coco_v2.json", images: 100, annotations: 273, categories: 20),
    Known(path: "keypoints/coco_keypoints.json", images: 4, annotations: 14, categories: 1),
    Known(path: "keypoints/crowdpose.json", images: 2, annotations: 5, categories: 1),
    Known(
      path: "panoptic/panoptic_coco_detection_format.json",
      images: 2,
      annotations: 50,
      categories: 133
    ),
    Known(path: "roboflow/_annotations.coco.json", images: 1, annotations: 1, categories: 3),
  ]

  private func read(_ path: String) async throws -> Dataset {
    try await COCOFormat.read(SharedData.data(path), threads: 2).dataset
  }

  @Test("have the known numbers of records, and none in quarantine", arguments: files)
  func counts(known: Known) async throws {
    let result = try await COCOFormat.read(SharedData.data(known.path), threads: 1)
    #expect(result.quarantined == [])
    #expect(result.dataset.images.count == known.images)
    #expect(result.dataset.annotations.count == known.annotations)
    #expect(result.dataset.categories.count == known.categories)
  }

  @Test("read to the numbers that another parser finds", arguments: files)
  func sameAsFoundation(known: Known) async throws {
    let data = try Data(contentsOf: URL(filePath: SharedData.data(known.path)))
    let file = try JSONDecoder().decode(PlainFile.self, from: data)
    let dataset = try await read(known.path)
    for row in 0..<dataset.annotations.count {
      let record = file.annotations[Int(dataset.annotations.places[row].index)]
      let box = dataset.annotations.boxes[row]
      #expect([box.x, box.y, box.width, box.height] == record.bbox)
      #expect(dataset.annotations.statedAreas[row] == record.area)
      #expect(dataset.annotations.flags[row].contains(.crowd) == (record.iscrowd == 1))
      switch (dataset.annotations.segmentations[row], record.segmentation) {
      case (.polygons(let rings), .rings(let expected)):
        #expect(rings.map { Array(dataset.segmentation.rings[Int($0)]) } == expected)
      case (.mask(let mask), .counts(let expected)):
        #expect(Array(dataset.segmentation.runs[Int(mask)]) == expected)
      case (.mask, .text), (.none, nil), (.none, .rings([])): break
      case (let read, let expected):
        Issue.record("read \(read), expected \(String(describing: expected))")
      }
    }
  }

  @Test("TACO: two ids are given twice, every box has its image and category")
  func taco() async throws {
    let dataset = try await read("taco/instances.json")
    var counts: [RecordID: Int] = [:]
    for id in dataset.annotations.ids { counts[id, default: 0] += 1 }
    #expect(Set(counts.filter { $0.value > 1 }.keys) == [.number(309), .number(4040)])
    #expect(dataset.strays.isEmpty)
    #expect(!dataset.annotations.categories.contains(AnnotationTable.noCategory))
    #expect(dataset.annotations.boxes.count { $0.x < 0 || $0.y < 0 } == 7)
  }

  @Test("LVIS: raters, their assignment and categories that are not exhaustive")
  func lvis() async throws {
    for (path, raters) in [
      ("lvis200/rater1.json", ["r1", "r2"]), ("lvis200/rater2.json", ["r2", "r1"]),
    ] {
      let dataset = try await read(path)
      // The rater of the file comes first in it; each image was assigned to both.
      #expect(dataset.annotators == raters)
      #expect(dataset.annotations.annotators.allSatisfy { $0 == 0 })
      #expect(dataset.images.hasAssignment.allSatisfy { $0 })
      #expect((0..<200).allSatisfy { dataset.images.assigned[$0].sorted() == [0, 1] })
      // 67 ids, of which 21 are categories that this excerpt does not declare.
      #expect(dataset.images.notExhaustive.count == 200)
      #expect(dataset.images.notExhaustive.elements.count == 46)
      #expect(dataset.images.undeclaredNotExhaustive.count == 21)
      #expect(dataset.strays.isEmpty)
    }
  }

  @Test("COCO val2014: nine crowds with run lengths")
  func crowds() async throws {
    let dataset = try await read("coco100/instances_val2014_100.json")
    let crowds = (0..<dataset.annotations.count).filter {
      dataset.annotations.flags[$0].contains(.crowd)
    }
    #expect(crowds.count == 9)
    for row in crowds {
      guard case .mask(let mask) = dataset.annotations.segmentations[row] else {
        Issue.record("a crowd without a mask")
        continue
      }
      let size = dataset.segmentation.maskSizes[Int(mask)]
      #expect(
        dataset.segmentation.runs[Int(mask)].reduce(0) { $0 + Int($1) } == size.height * size.width
      )
    }
  }

  @Test("COCO panoptic: compressed run lengths have the areas that the file states")
  func panoptic() async throws {
    let dataset = try await read("panoptic/panoptic_coco_detection_format.json")
    for row in 0..<dataset.annotations.count {
      guard case .mask(let mask) = dataset.annotations.segmentations[row] else {
        Issue.record("an annotation without a mask")
        continue
      }
      #expect(Double(dataset.segmentation.maskArea(mask)) == dataset.annotations.statedAreas[row])
    }
    #expect(dataset.annotations.flags.count { $0.contains(.crowd) } == 3)
  }

  @Test("an ignore test of COCO: an image id given as text is not the same number")
  func textIDs() async throws {
    let dataset = try await read("coco100/gt_ignore_test.json")
    #expect(dataset.images.ids.map { dataset.text(of: $0) } == ["2299"])
    #expect(dataset.strays.count == 13)
    #expect(dataset.annotations.flags.count { $0.contains(.ignore) } == 0)
  }

  @Test("formats100: 'occluded' is an attribute of every annotation")
  func attributes() async throws {
    let dataset = try await read("formats100/coco_v1.json")
    let occluded = try #require(dataset.strings.code(of: "occluded"))
    let values = (0..<273).map { Array(dataset.attributes(ofAnnotation: $0)) }
    #expect(values.allSatisfy { $0.map(\.name) == [occluded] })
    #expect(dataset.annotations.flags.count { $0.contains(.occluded) } == 0)
  }

  @Test(
    "people: keypoints by visibility, as Python's json counts them",
    arguments: [
      ("coco_keypoints", 17, 19, [57, 17, 164]), ("crowdpose", 14, 12, [23, 17, 30]),
    ]
  )
  func keypoints(file: String, names: Int, limbs: Int, visibilities: [Int]) async throws {
    let dataset = try await read("keypoints/\(file).json")
    #expect(dataset.categories.keypointNames[0].count == names)
    #expect(dataset.categories.skeletons[0].count == limbs)
    #expect(dataset.keypoints.count == dataset.annotations.count)
    let counts = [Keypoint.Visibility.unlabelled, .occluded, .visible].map { visibility in
      dataset.keypoints.elements.count { $0.visibility == visibility }
    }
    #expect(counts == visibilities)
  }

  @Test("results files are no data sets, which is said")
  func results() async {
    await #expect(throws: FormatError.self) {
      try await read("coco100/instances_val2014_fakebbox100_results.json")
    }
  }
}

/// The parts of a COCO file that are compared, for Foundation's parser.
private struct PlainFile: Decodable {
  var annotations: [Annotation]

  struct Annotation: Decodable {
    var bbox: [Double]
    var area: Double?
    var iscrowd: Int?
    var segmentation: Outline?
  }

  enum Outline: Decodable {
    case rings([[Double]])
    case counts([UInt32])
    case text

    private enum CodingKeys: CodingKey { case counts }

    init(from decoder: any Decoder) throws {
      if let rings = try? decoder.singleValueContainer().decode([[Double]].self) {
        self = .rings(rings)
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self = (try? container.decode([UInt32].self, forKey: .counts)).map { .counts($0) } ?? .text
    }
  }
}
