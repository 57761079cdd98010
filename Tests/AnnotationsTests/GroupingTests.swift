import Testing

@testable import Annotations
@testable import Geometry

@Suite("Annotations grouped by image")
struct GroupingTests {
  /// A table with these image rows; the ids count the rows from 0.
  private func table(_ images: [Int32]) -> AnnotationTable {
    var table = AnnotationTable()
    for (row, image) in images.enumerated() {
      table.ids.append(.number(Int64(row)))
      table.images.append(image)
      table.imageIDs.append(.number(Int64(image)))
      table.categories.append(0)
      table.categoryIDs.append(.number(1))
      table.boxes.append(Box(x: 0, y: 0, width: 1, height: 1))
      table.statedAreas.append(nil)
      table.flags.append([])
      table.segmentations.append(.none)
      table.keypointRows.append(AnnotationTable.noKeypoints)
      table.scores.append(nil)
      table.annotators.append(AnnotationTable.noAnnotator)
      table.seconds.append(nil)
      table.attributeRows.append(AnnotationTable.noAttributes)
      table.places.append(SourcePlace(file: 0, line: 1, column: 1, index: Int32(row)))
    }
    return table
  }

  @Test(
    "keep their order within an image, and those without one stand last",
    arguments: [
      ([0, 0, 2, -1, -1], [0, 1, 2, 3, 4], [0, 2, 2, 3]),
      ([-1, 0, 0], [1, 2, 0], [0, 2, 2, 2]), ([0, -1, 1, -1], [0, 2, 1, 3], [0, 1, 2, 2]),
      ([2, 0, 2, 1, 0], [1, 4, 3, 0, 2], [0, 2, 3, 5]), ([], [], [0, 0, 0, 0]),
      ([-1], [0], [0, 0, 0, 0]), ([2, 2], [0, 1], [0, 0, 0, 2]),
    ] as [([Int32], [Int64], [Int])]
  )
  func grouped(images: [Int32], ids: [Int64], starts: [Int]) {
    var grouped = table(images)
    let found = grouped.groupByImage(imageCount: 3)
    #expect(grouped.ids == ids.map { .number($0) })
    #expect(grouped.images == ids.map { images[Int($0)] })
    #expect(grouped.places.map(\.index) == ids.map { Int32($0) })
    #expect(found == starts)
  }
}
