import Annotations

/// The columns of a data set while they are read; ids are joined to rows at the end.
struct COCOColumns {
  var images = ImageTable()
  var categories = CategoryTable()
  var annotations = AnnotationTable()
  var segmentation = SegmentationTable()
  var attributes = Ragged<Attribute>()
  var annotators: [String] = []
  var strings = StringTable()
  /// One row an image: the categories that were not annotated exhaustively, as written.
  var notExhaustiveIDs = Ragged<RecordID>()
  private var annotatorCodes: [String: Int32] = [:]

  /// The code of an annotator, given now to a new one.
  mutating func annotator(_ name: String) -> Int32 {
    if let code = annotatorCodes[name] { return code }
    let code = Int32(annotators.count)
    annotatorCodes[name] = code
    annotators.append(name)
    return code
  }

  /// The data set: annotations joined to the first image and category of their ids.
  consuming func dataset(file: String) -> Dataset {
    let imageRows = Self.rows(of: images.ids)
    let categoryRows = Self.rows(of: categories.ids)
    annotations.images = annotations.imageIDs.map { imageRows[$0] ?? AnnotationTable.noImage }
    annotations.categories = annotations.categoryIDs.map {
      categoryRows[$0] ?? AnnotationTable.noCategory
    }
    for image in 0..<images.count {
      images.notExhaustive.appendRow(notExhaustiveIDs[image].compactMap { categoryRows[$0] })
    }
    return Dataset(
      format: .coco,
      files: [file],
      images: images,
      categories: categories,
      annotations: annotations,
      segmentation: segmentation,
      attributes: attributes,
      annotators: annotators,
      strings: strings
    )
  }

  private static func rows(of ids: [RecordID]) -> [RecordID: Int32] {
    Dictionary(zip(ids, 0..<Int32(ids.count)), uniquingKeysWith: { first, _ in first })
  }
}
