import Geometry

extension AnnotationTable {
  /// The same rows grouped by image (a stable counting sort), those without an image last.
  ///
  /// - Returns: The table, and where the rows of each image start: `imageCount + 1` numbers, the last
  ///   one the start of the rows without an image.
  func groupedByImage(imageCount: Int) -> (table: AnnotationTable, starts: [Int]) {
    var starts = [Int](repeating: 0, count: imageCount + 1)
    for image in images where image >= 0 { starts[Int(image) + 1] += 1 }
    for image in 0..<imageCount { starts[image + 1] += starts[image] }

    // Most writers go image by image, and a copy of all columns costs time and the peak of memory.
    guard !isGroupedByImage else { return (self, starts) }

    var next = starts
    var order = [Int](repeating: 0, count: count)
    for row in 0..<count {
      let group = images[row] >= 0 ? Int(images[row]) : imageCount
      order[next[group]] = row
      next[group] += 1
    }
    return (permuted(by: order), starts)
  }

  /// Whether the rows stand in the order of their images already, those without an image last.
  private var isGroupedByImage: Bool {
    var last: Int32 = 0
    for image in images {
      let group = image == Self.noImage ? Int32.max : image
      guard group >= last else { return false }
      last = group
    }
    return true
  }

  func permuted(by order: [Int]) -> AnnotationTable {
    var table = AnnotationTable()
    table.ids = order.map { ids[$0] }
    table.images = order.map { images[$0] }
    table.imageIDs = order.map { imageIDs[$0] }
    table.categories = order.map { categories[$0] }
    table.categoryIDs = order.map { categoryIDs[$0] }
    table.boxes = order.map { boxes[$0] }
    table.statedAreas = order.map { statedAreas[$0] }
    table.flags = order.map { flags[$0] }
    table.segmentations = order.map { segmentations[$0] }
    table.keypointRows = order.map { keypointRows[$0] }
    table.scores = order.map { scores[$0] }
    table.annotators = order.map { annotators[$0] }
    table.seconds = order.map { seconds[$0] }
    table.attributeRows = order.map { attributeRows[$0] }
    table.places = order.map { places[$0] }
    return table
  }
}
