import Annotations

extension AnnotationReader {
  /// Adds the rows of a chunk that follows ours, with its codes and rows turned into ours.
  ///
  /// `lines` are those up to the chunk's start, `index` is how many elements stand before it.
  ///
  /// - Throws: Where there are more outlines than codes.
  mutating func append(
    _ chunk: AnnotationChunk,
    texts: inout FileTexts,
    lines: SourceLines,
    index: Int32
  ) throws(JSONError) -> [RecordSource.Refusal] {
    let codes = texts.adopt(chunk.texts)
    guard let outlinesBefore = outlines.append(chunk.segmentation) else {
      throw JSONError(
        offset: chunk.start,
        problem: "the file holds more than \(Int32.max) rings or masks"
      )
    }
    let shift = ChunkShift(
      texts: codes.texts,
      annotators: codes.annotators,
      rings: outlinesBefore.rings,
      masks: outlinesBefore.masks,
      keypoints: keypoints.append(chunk.keypoints),
      attributes: Int32(attributes.count),
      lines: lines,
      index: index
    )
    appendAttributes(chunk.attributes, shift)
    appendRows(chunk.table, shift)
    return chunk.refused.map { refusal in
      var refusal = refusal
      refusal.place = shift.place(refusal.place)
      return refusal
    }
  }
}

/// What the codes and rows of a chunk become behind those before it.
struct ChunkShift {
  let texts: [StringCode]
  let annotators: [Int32]
  let rings: Int32
  let masks: Int32
  let keypoints: Int32
  let attributes: Int32
  let lines: SourceLines
  let index: Int32

  func id(_ id: RecordID) -> RecordID {
    if case .text(let code) = id { .text(texts[Int(code.rawValue)]) } else { id }
  }

  func annotator(_ code: Int32) -> Int32 {
    code == AnnotationTable.noAnnotator ? code : annotators[Int(code)]
  }

  func keypointRow(_ row: Int32) -> Int32 {
    row == AnnotationTable.noKeypoints ? row : row + keypoints
  }

  func attributeRow(_ row: Int32) -> Int32 {
    row == AnnotationTable.noAttributes ? row : row + attributes
  }

  func segmentation(_ segmentation: Segmentation) -> Segmentation {
    switch segmentation {
    case .none: .none
    case .polygons(let range): .polygons(range.lowerBound + rings..<range.upperBound + rings)
    case .mask(let mask): .mask(mask + masks)
    }
  }

  func attribute(_ attribute: Attribute) -> Attribute {
    let name = texts[Int(attribute.name.rawValue)]
    guard case .text(let code) = attribute.value else {
      return Attribute(name: name, value: attribute.value)
    }
    return Attribute(name: name, value: .text(texts[Int(code.rawValue)]))
  }

  /// A place that was counted from the chunk's start.
  func place(_ place: SourcePlace) -> SourcePlace {
    var place = place
    // Only on the chunk's first line do columns count from its start.
    if place.line == 1 { place.column += lines.column - 1 }
    place.line = UInt32(clamping: Int(place.line) + lines.line - 1)
    place.index += index
    return place
  }
}
