import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite(
  "Pascal VOC, data made by others",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct VOCSharedDataTests {
  @Test("BCCD: 364 images with 4,888 cells, the same as in its CSV")
  func bccd() async throws {
    let result = try await VOCFormat.read(SharedData.data("bccd"), threads: 4)
    let dataset = result.dataset
    #expect(dataset.images.count == 364)
    #expect(dataset.annotations.count == 4888)
    #expect(dataset.categories.names == ["Platelets", "RBC", "WBC"])
    #expect(Self.counts(dataset) == [361, 4155, 372])
    #expect(dataset.images.sizes.allSatisfy { $0 == ImageSize(width: 640, height: 480) })
    #expect(result.quarantined.isEmpty)

    // filename,cell_type,xmin,xmax,ymin,ymax
    let rows = try Self.csv("bccd/test.csv").map { [$0[0], $0[1], $0[2], $0[4], $0[3], $0[5]] }
    #expect(Self.rows(dataset) == rows.map { $0.joined(separator: ",") }.sorted())
  }

  @Test("BCCD: the two boxes without extent have their lines")
  func degenerateBoxes() async throws {
    let dataset = try await VOCFormat.read(SharedData.data("bccd"), threads: 4).dataset
    let flat = (0..<dataset.annotations.count).filter { dataset.annotations.boxes[$0].area == 0 }
    #expect(
      flat.map { dataset.annotations.boxes[$0] } == [
        Box(x: 504, y: 337, width: 0, height: 0), Box(x: 181, y: 329, width: 0, height: 0),
      ]
    )
    let places = flat.map { dataset.annotations.places[$0] }
    #expect(
      places.map { dataset.files[Int($0.file)] } == [
        "Annotations/BloodImage_00338.xml", "Annotations/BloodImage_00343.xml",
      ]
    )
    // grep -n '<object>': line 158 is the 13th, line 50 the 4th of its file, behind one tab.
    #expect(places.map(\.line) == [158, 50])
    #expect(places.map(\.column) == [2, 2])
    #expect(places.map(\.index) == [12, 3])
  }

  @Test("Raccoon: 200 images with 217 boxes, the same as in its CSV")
  func raccoon() async throws {
    let path = SharedData.data("raccoon/annotations")
    #expect(VOCFormat.recognise(path) == "folder of 200 XML files with <annotation>")
    let dataset = try await VOCFormat.read(path, threads: 4).dataset
    #expect(dataset.images.count == 200)
    #expect(dataset.annotations.count == 217)
    #expect(dataset.categories.names == ["raccoon"])

    // filename,width,height,class,xmin,ymin,xmax,ymax
    let rows = try Self.csv("raccoon/raccoon_labels.csv").map { [$0[0]] + $0[3...] }
    #expect(Self.rows(dataset) == rows.map { $0.joined(separator: ",") }.sorted())
  }

  @Test("A hundred images of VOC 2012: 273 boxes, 137 truncated, 38 difficult")
  func formats100() async throws {
    let result = try await VOCFormat.read(SharedData.data("formats100/voc"), threads: 4)
    let dataset = result.dataset
    #expect(dataset.images.count == 100)
    #expect(dataset.annotations.count == 273)
    #expect(dataset.annotations.flags.count { $0.contains(.truncated) } == 137)
    #expect(dataset.annotations.flags.count { $0.contains(.difficult) } == 38)
    #expect(dataset.annotators.isEmpty)
    #expect(result.quarantined.isEmpty)
    let names = try String(contentsOfFile: SharedData.data("formats100/voc.names"), encoding: .utf8)
    #expect(
      Set(dataset.categories.names).isSubset(of: names.split(separator: "\n").map(String.init))
    )
  }

  @Test("Odd VOC: a part's box, no marks, no size, no objects, a name like '@.xml'")
  func odd() async throws {
    let first = try await VOCFormat.read(
      SharedData.data("voc-odd/voc_dataset/voc_dataset1"),
      threads: 1
    ).dataset
    #expect(Self.rows(first) == ["2007_000001.jpg,cat,1,2,3,4", "2007_000001.jpg,person,4,5,6,7"])
    #expect(first.annotations.flags == [.truncated, []])
    #expect(
      first.attributeTexts(0)
        == ["pose=text Unspecified", "truncated=flag true", "difficult=flag false"]
    )
    #expect(first.attributeTexts(1).isEmpty)

    let second = try await VOCFormat.read(
      SharedData.data("voc-odd/voc_dataset/voc_dataset2"),
      threads: 1
    ).dataset
    #expect(second.images.fileNames == ["@.jpg", "a.jpg", "b.jpg", "c.jpg", "d.jpg"])
    #expect(second.images.sizes == [nil, nil, nil, nil, nil])
    #expect((0..<5).map { second.annotations(ofImage: $0).count } == [0, 1, 1, 1, 1])
    #expect(second.annotations.flags == [.occluded, .occluded, [], []])
    #expect(second.categories.names == ["aeroplane", "background", "bicycle", "bird"])

    let third = try await VOCFormat.read(
      SharedData.data("voc-odd/voc_dataset/voc_dataset3"),
      threads: 1
    ).dataset
    #expect(Self.rows(third) == ["2007_000001.jpg,cat,1,2,3,4"])
  }

  /// Annotations of each category.
  private static func counts(_ dataset: Dataset) -> [Int] {
    var counts = [Int](repeating: 0, count: dataset.categories.count)
    for category in dataset.annotations.categories { counts[Int(category)] += 1 }
    return counts
  }

  /// `file,category,xmin,ymin,xmax,ymax` of every annotation, sorted.
  private static func rows(_ dataset: Dataset) -> [String] {
    (0..<dataset.annotations.count).map { row in
      let box = dataset.annotations.boxes[row]
      let corners = [box.x, box.y, box.right, box.bottom].map { String(Int($0)) }
      let image = dataset.images.fileNames[Int(dataset.annotations.images[row])]
      return ([image, dataset.categoryName(row)] + corners).joined(separator: ",")
    }.sorted()
  }

  private static func csv(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: SharedData.data(path), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
