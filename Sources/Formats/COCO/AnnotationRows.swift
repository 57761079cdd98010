import Annotations

/// Annotations in columns; those that name images and categories by row are filled in at the end of the
/// file, as the lists may come in any order.
struct AnnotationRows: RecordRows {
  /// Complete but for `images` and `categories`.
  var table = AnnotationTable()
  var segmentation = SegmentationTable()
  var keypoints = Ragged<Keypoint>()
  var attributes = Ragged<Attribute>()

  mutating func append(_ next: AnnotationRows, codes: TextCodes) -> String? {
    let (rings, masks) = (segmentation.rings.count, segmentation.maskSizes.count)
    let limit = Int(Int32.max)
    guard rings + next.segmentation.rings.count <= limit,
      masks + next.segmentation.maskSizes.count <= limit
    else { return "the file holds more than \(limit) rings or masks" }
    let shift = RowShift(
      rings: Int32(rings),
      masks: Int32(masks),
      keypoints: Int32(keypoints.count),
      attributes: Int32(attributes.count)
    )
    table.append(next.table, codes: codes, shift: shift)
    segmentation.rings.append(rowsOf: next.segmentation.rings)
    segmentation.runs.append(rowsOf: next.segmentation.runs)
    segmentation.maskSizes.append(contentsOf: next.segmentation.maskSizes)
    keypoints.append(rowsOf: next.keypoints)
    attributes.append(rowsOf: next.attributes.mapped(codes.attribute))
    return nil
  }

  /// Whether any of them is a segment of a panoptic record.
  var arePanoptic: Bool { table.flags.contains { $0.contains(.outlineElsewhere) } }

  mutating func reserve(factor: Double) {
    table.reserve(factor: factor)
    segmentation.rings.reserve(factor: factor)
    segmentation.runs.reserve(factor: factor)
    segmentation.maskSizes.reserve(factor: factor)
    keypoints.reserve(factor: factor)
    attributes.reserve(factor: factor)
  }

  mutating func move(_ shift: PlaceShift) {
    for row in table.places.indices { table.places[row] = shift(table.places[row]) }
  }

  /// Finds the rows of the images and categories that the annotations name, both at once where `threads` allow it.
  mutating func resolve(images: RecordIndex, categories: RecordIndex, threads: Int) async {
    guard threads > 1 else { return resolve(images: images, categories: categories) }
    let (imageIDs, categoryIDs) = (table.imageIDs, table.categoryIDs)
    async let imageRows = images.rows(of: imageIDs, absent: AnnotationTable.noImage)
    table.categories = categories.rows(of: categoryIDs, absent: AnnotationTable.noCategory)
    table.images = await imageRows
  }

  /// Finds the rows of the images and categories that the annotations name.
  mutating func resolve(images: RecordIndex, categories: RecordIndex) {
    table.images = images.rows(of: table.imageIDs, absent: AnnotationTable.noImage)
    table.categories = categories.rows(of: table.categoryIDs, absent: AnnotationTable.noCategory)
  }
}

/// How many rows of other tables stand before those of a piece.
struct RowShift {
  let rings: Int32
  let masks: Int32
  let keypoints: Int32
  let attributes: Int32

  fileprivate func segmentation(_ outline: Segmentation) -> Segmentation {
    switch outline {
    case .none: .none
    case .polygons(let range): .polygons(range.lowerBound + rings..<range.upperBound + rings)
    case .mask(let mask): .mask(mask + masks)
    }
  }

  fileprivate func keypointRow(_ row: Int32) -> Int32 {
    row == AnnotationTable.noKeypoints ? row : row + keypoints
  }

  fileprivate func attributeRow(_ row: Int32) -> Int32 {
    row == AnnotationTable.noAttributes ? row : row + attributes
  }
}

extension AnnotationTable {
  fileprivate mutating func append(_ next: Self, codes: TextCodes, shift: RowShift) {
    ids.append(contentsOf: codes.ids(next.ids))
    imageIDs.append(contentsOf: codes.ids(next.imageIDs))
    categoryIDs.append(contentsOf: codes.ids(next.categoryIDs))
    boxes.append(contentsOf: next.boxes)
    statedAreas.append(contentsOf: next.statedAreas)
    flags.append(contentsOf: next.flags)
    segmentations.append(contentsOf: next.segmentations.lazy.map(shift.segmentation))
    keypointRows.append(contentsOf: next.keypointRows.lazy.map(shift.keypointRow))
    scores.append(contentsOf: next.scores)
    annotators.append(contentsOf: next.annotators.lazy.map(codes.annotator))
    seconds.append(contentsOf: next.seconds)
    attributeRows.append(contentsOf: next.attributeRows.lazy.map(shift.attributeRow))
    places.append(contentsOf: next.places)
  }

  mutating func reserve(factor: Double) {
    ids.reserve(factor: factor)
    imageIDs.reserve(factor: factor)
    categoryIDs.reserve(factor: factor)
    boxes.reserve(factor: factor)
    statedAreas.reserve(factor: factor)
    flags.reserve(factor: factor)
    segmentations.reserve(factor: factor)
    keypointRows.reserve(factor: factor)
    scores.reserve(factor: factor)
    annotators.reserve(factor: factor)
    seconds.reserve(factor: factor)
    attributeRows.reserve(factor: factor)
    places.reserve(factor: factor)
  }
}
