import Statistics

/// How often each category met each other one in all images together, the missing object in front.
///
/// A dense table where it is no larger than the objects are many, so that an object costs an addition; else a
/// dictionary of those that met.
struct MeetingTable {
  let table: ContingencyTable

  init(_ images: ComparedImages, categories: Int) {
    let objects = images.pairs.count + images.unmatched.a.count + images.unmatched.b.count
    let width = categories + 1
    let fits = width <= objects / width
    table = fits ? Self.counted(images, width) : Self.looked(up: images)
  }

  private static func counted(_ images: ComparedImages, _ width: Int) -> ContingencyTable {
    var counts = [Int](repeating: 0, count: width * width)
    for pair in images.pairs {
      counts[Int(pair.categories.a + 1) * width + Int(pair.categories.b + 1)] += 1
    }
    for object in images.unmatched.a { counts[Int(object.category + 1) * width] += 1 }
    for object in images.unmatched.b { counts[Int(object.category + 1)] += 1 }
    var table = ContingencyTable()
    for (place, count) in counts.enumerated() {
      table.add(row: Int32(place / width) - 1, column: Int32(place % width) - 1, count: count)
    }
    return table
  }

  private static func looked(up images: ComparedImages) -> ContingencyTable {
    var table = ContingencyTable()
    for pair in images.pairs { table.add(row: pair.categories.a, column: pair.categories.b) }
    for object in images.unmatched.a {
      table.add(row: object.category, column: CategoryCells.missing)
    }
    for object in images.unmatched.b {
      table.add(row: CategoryCells.missing, column: object.category)
    }
    return table
  }
}
