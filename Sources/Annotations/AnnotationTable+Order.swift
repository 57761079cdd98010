import Geometry

extension AnnotationTable {
  /// Groups the rows by image (a stable counting sort), those without an image last.
  ///
  /// - Returns: Where the rows of each image start: `imageCount + 1` numbers, the last
  ///   one the start of the rows without an image.
  mutating func groupByImage(imageCount: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: imageCount + 1)
    for image in images where image >= 0 { starts[Int(image) + 1] += 1 }
    for image in 0..<imageCount { starts[image + 1] += starts[image] }

    // Most writers go image by image, and a copy of all columns costs time and the peak of memory.
    guard !isGroupedByImage else { return starts }

    var next = starts
    var order = [Int](repeating: 0, count: count)
    for row in 0..<count {
      let group = images[row] >= 0 ? Int(images[row]) : imageCount
      order[next[group]] = row
      next[group] += 1
    }
    permute(by: order)
    return starts
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

  /// These rows in this order.
  package func permuted(by order: [Int]) -> AnnotationTable {
    var table = self
    table.permute(by: order)
    return table
  }

  /// Takes the rows in another order, or some of them.
  ///
  /// One column is replaced after the other, so that only one of them is in memory twice.
  private mutating func permute(by order: [Int]) {
    ids = order.map { ids[$0] }
    images = order.map { images[$0] }
    imageIDs = order.map { imageIDs[$0] }
    categories = order.map { categories[$0] }
    categoryIDs = order.map { categoryIDs[$0] }
    boxes = order.map { boxes[$0] }
    statedAreas = order.map { statedAreas[$0] }
    flags = order.map { flags[$0] }
    segmentations = order.map { segmentations[$0] }
    keypointRows = order.map { keypointRows[$0] }
    scores = order.map { scores[$0] }
    annotators = order.map { annotators[$0] }
    seconds = order.map { seconds[$0] }
    attributeRows = order.map { attributeRows[$0] }
    places = order.map { places[$0] }
  }
}
