import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, on several threads")
struct VOCSamenessTests {
  private static let fileCount = 300

  /// Names come again in every chunk; one file in seven is broken, one in five has a broken object.
  private static func text(_ file: Int) -> String {
    guard file % 7 != 3 else { return "<annotation>\n<object>" }
    let objects = (0..<file % 4).map { object in
      """
      <object><name>\(name(file, object))</name><pose>p\(file % 11)</pose>
      <annotator>r\((file + object) % 6)</annotator>
      <bndbox><xmin>\(file)</xmin><ymin>\(object)</ymin><xmax>999</xmax><ymax>999</ymax></bndbox>
      <truncated>\(object % 2)</truncated></object>
      """
    }
    let broken = file % 5 == 0 ? "<object/>" : ""
    let head = "<scene>s\(file % 9)</scene><annotator>r\(file % 3)</annotator>"
    return "<annotation>\n\(head)\(broken)\(objects.joined())</annotation>"
  }

  private static func name(_ file: Int, _ object: Int) -> String { "c\((file * 5 + object) % 13)" }

  private static func write(to folder: TemporaryFolder) throws {
    for file in 0..<fileCount { try folder.write("\(1000 + file).xml", text(file)) }
  }

  @Test("Every code of every chunk still means what its file says")
  func codes() async throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let result = try await VOCSample.read(folder, threads: 3)
    let dataset = result.dataset
    let used = (0..<Self.fileCount).filter { $0 % 7 != 3 }
    #expect(dataset.images.ids.map(dataset.text) == used.map { "\(1000 + $0)" })
    #expect(
      dataset.images.scenes.map { $0.map { dataset.strings[$0] } } == used.map { "s\($0 % 9)" }
    )
    #expect(dataset.categories.names == dataset.categories.names.sorted())
    for (image, file) in used.enumerated() {
      let rows = dataset.annotations(ofImage: image)
      #expect(rows.map(dataset.categoryName) == (0..<file % 4).map { Self.name(file, $0) })
      #expect(rows.map(dataset.annotator) == (0..<file % 4).map { "r\((file + $0) % 6)" })
      #expect(rows.map { dataset.annotations.boxes[$0].x } == rows.map { _ in Double(file) })
      #expect(rows.allSatisfy { dataset.annotations.imageIDs[$0] == dataset.images.ids[image] })
      #expect(rows.allSatisfy { dataset.annotations.places[$0].file == Int32(file) })
      for (object, row) in rows.enumerated() {
        #expect(
          dataset.attributeTexts(row) == [
            "pose=text p\(file % 11)", "truncated=flag \(object == 1)",
          ]
        )
      }
      let assigned = dataset.images.assigned[image].map { dataset.annotators[Int($0)] }
      #expect(assigned.first == "r\(file % 3)")
    }
    let broken = (0..<Self.fileCount).filter { $0 % 7 == 3 || $0 % 5 == 0 }
    #expect(result.quarantined.map(\.file) == broken.map { "\(1000 + $0).xml" })
  }

  @Test("1, 2 and 7 threads give the same columns", arguments: [2, 7])
  func threads(_ threads: Int) async throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let one = try await VOCSample.read(folder, threads: 1)
    let many = try await VOCSample.read(folder, threads: threads)
    #expect(one.sha256 == many.sha256)
    #expect(one.quarantined == many.quarantined)
    #expect(Self.columns(one.dataset) == Self.columns(many.dataset))
  }

  /// Every column of a data set, written out with all its codes.
  private static func columns(_ dataset: Dataset) -> [String] {
    let images = dataset.images
    let annotations = dataset.annotations
    let strings = (0..<Int32(dataset.strings.count)).map {
      dataset.strings[StringCode(rawValue: $0)]
    }
    return [
      "\(dataset.files)", "\(dataset.annotators)", "\(strings)", "\(dataset.categories)",
      "\(images.ids)", "\(images.fileNames)", "\(images.sizes)", "\(images.scenes)",
      "\(images.assigned)", "\(images.hasAssignment)", "\(images.notExhaustive)",
      "\(images.places)", "\(annotations.ids)", "\(annotations.images)",
      "\(annotations.imageIDs)", "\(annotations.categories)", "\(annotations.categoryIDs)",
      "\(annotations.boxes)", "\(annotations.flags)", "\(annotations.annotators)",
      "\(annotations.attributeRows)", "\(annotations.places)", "\(dataset.attributes)",
    ]
  }
}
