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

  /// A table of which every column holds another value in every row.
  private func variedTable(_ images: [Int32]) -> AnnotationTable {
    var varied = table(images)
    varied.statedAreas = OptionalNumbers()
    varied.scores = OptionalNumbers()
    varied.seconds = OptionalNumbers()
    for row in images.indices {
      let number = Int32(row)
      varied.categories[row] = number
      varied.categoryIDs[row] = .number(Int64(row))
      varied.boxes[row] = Box(x: Double(row), y: 0, width: 1, height: 1)
      varied.statedAreas.append(row % 3 == 0 ? nil : Double(row))
      varied.flags[row] = AnnotationFlags(rawValue: UInt16(row))
      varied.segmentations[row] = .mask(number)
      varied.keypointRows[row] = number
      varied.scores.append(Double(row) / 8)
      varied.annotators[row] = number
      varied.seconds.append(Double(row) * 2)
      varied.attributeRows[row] = number
    }
    return varied
  }

  /// The values of a row in all columns.
  private func row(_ row: Int, of table: AnnotationTable) -> String {
    """
    \(table.ids[row]) \(table.images[row]) \(table.imageIDs[row]) \(table.categories[row]) \
    \(table.categoryIDs[row]) \(table.boxes[row]) \(table.statedAreas[row] as Any) \
    \(table.flags[row]) \(table.segmentations[row]) \(table.keypointRows[row]) \
    \(table.scores[row] as Any) \(table.annotators[row]) \(table.seconds[row] as Any) \
    \(table.attributeRows[row]) \(table.places[row])
    """
  }

  @Test("keep all that is known of them, by any number of tasks", arguments: [1, 2, 3, 8])
  func together(threads: Int) async {
    let images: [Int32] = [2, 0, 1, -1, 0, 2, 1, 1, 0]
    let order = [1, 4, 8, 2, 6, 7, 0, 5, 3]
    for before in [table(images), variedTable(images)] {
      var grouped = before
      await grouped.sortByImage(imageCount: 3, threads: threads)
      #expect(order.indices.map { row($0, of: grouped) } == order.map { row($0, of: before) })
      #expect(grouped.count == order.count)
    }
  }

  @Test("may be some of them, of columns with one value for all as well")
  func some() {
    let kept = [0, 3, 8]
    for before in [table([0, 0, 0, 0, 0, 0, 0, 0, 0]), variedTable([0, 1, 2, 3, 4, 5, 6, 7, 8])] {
      let after = before.permuted(by: kept)
      #expect(after.count == 3)
      #expect(after.images.count == 3 && after.seconds.count == 3 && after.flags.count == 3)
      #expect(kept.indices.map { row($0, of: after) } == kept.map { row($0, of: before) })
    }
    #expect(table([0, 0]).permuted(by: []).images.isEmpty)
  }
}
