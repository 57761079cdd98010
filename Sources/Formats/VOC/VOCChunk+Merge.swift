import Annotations

extension VOCChunk {
  /// Adds the files that follow ours, with their codes turned into ours.
  mutating func append(_ next: VOCChunk) {
    let codes = Codes(
      texts: strings.intern(next.strings),
      annotators: annotators.intern(next.annotators),
      categories: categories.intern(next.categories),
      images: Int32(images.count),
      attributes: Int32(attributes.count)
    )
    for (code, place) in zip(codes.categories, next.categoryPlaces)
    where Int(code.rawValue) == categoryPlaces.count {
      categoryPlaces.append(place)
    }
    images.append(next.images, codes)
    annotations.append(next.annotations, codes)
    for row in 0..<next.attributes.count {
      for attribute in next.attributes[row] { attributes.append(codes.attribute(attribute)) }
      attributes.endRow()
    }
    quarantined.append(contentsOf: next.quarantined)
    digests.append(contentsOf: next.digests)
  }

  /// The columns as a data set, with the categories in order of their names.
  func dataset() -> Dataset {
    let names = categories.texts
    let order = names.indices.sorted {
      names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
    }
    var table = CategoryTable()
    var codes = [Int32](repeating: 0, count: names.count)
    for (code, category) in order.enumerated() {
      codes[category] = Int32(code)
      table.ids.append(.absent)
      table.names.append(names[category])
      table.supercategories.append("")
      table.keypointNames.endRow()
      table.skeletons.endRow()
      table.places.append(categoryPlaces[category])
    }
    var annotations = annotations
    annotations.categories = annotations.categories.map { codes[Int($0)] }
    return Dataset(
      format: .voc,
      files: digests.map(\.path),
      images: images,
      categories: table,
      annotations: annotations,
      attributes: attributes,
      annotators: annotators.texts,
      strings: strings
    )
  }
}

/// What the codes and rows of a chunk become behind an earlier one.
private struct Codes {
  let texts: [StringCode]
  let annotators: [StringCode]
  let categories: [StringCode]
  /// Rows that stand before the first image.
  let images: Int32
  /// Rows that stand before the first row of attributes.
  let attributes: Int32

  func text(_ code: StringCode) -> StringCode { texts[Int(code.rawValue)] }

  func id(_ id: RecordID) -> RecordID {
    if case .text(let code) = id { .text(text(code)) } else { id }
  }

  func annotator(_ code: Int32) -> Int32 {
    code == AnnotationTable.noAnnotator ? code : annotators[Int(code)].rawValue
  }

  func attributeRow(_ row: Int32) -> Int32 {
    row == AnnotationTable.noAttributes ? row : row + attributes
  }

  func attribute(_ attribute: Attribute) -> Attribute {
    let name = text(attribute.name)
    guard case .text(let code) = attribute.value else {
      return Attribute(name: name, value: attribute.value)
    }
    return Attribute(name: name, value: .text(text(code)))
  }
}

extension ImageTable {
  fileprivate mutating func append(_ next: ImageTable, _ codes: Codes) {
    ids.append(contentsOf: next.ids.lazy.map(codes.id))
    fileNames.append(contentsOf: next.fileNames)
    sizes.append(contentsOf: next.sizes)
    scenes.append(contentsOf: next.scenes.lazy.map { $0.map(codes.text) })
    splits.append(contentsOf: next.splits.lazy.map { $0.map(codes.text) })
    for row in 0..<next.assigned.count {
      assigned.appendRow(next.assigned[row].map(codes.annotator))
      notExhaustive.endRow()
    }
    hasAssignment.append(contentsOf: next.hasAssignment)
    absolutePaths += next.absolutePaths.map { ($0.image + codes.images, $0.path) }
    places.append(contentsOf: next.places)
  }
}

extension AnnotationTable {
  fileprivate mutating func append(_ next: AnnotationTable, _ codes: Codes) {
    ids.append(contentsOf: next.ids)
    images.append(contentsOf: next.images.lazy.map { $0 + codes.images })
    imageIDs.append(contentsOf: next.imageIDs.lazy.map(codes.id))
    categories.append(
      contentsOf: next.categories.lazy.map { codes.categories[Int($0)].rawValue }
    )
    categoryIDs.append(contentsOf: next.categoryIDs)
    boxes.append(contentsOf: next.boxes)
    statedAreas.append(contentsOf: next.statedAreas)
    flags.append(contentsOf: next.flags)
    segmentations.append(contentsOf: next.segmentations)
    keypointRows.append(contentsOf: next.keypointRows)
    scores.append(contentsOf: next.scores)
    annotators.append(contentsOf: next.annotators.lazy.map(codes.annotator))
    seconds.append(contentsOf: next.seconds)
    attributeRows.append(contentsOf: next.attributeRows.lazy.map(codes.attributeRow))
    places.append(contentsOf: next.places)
  }
}

extension StringTable {
  fileprivate var texts: [String] {
    (0..<Int32(count)).map { self[StringCode(rawValue: $0)] }
  }

  /// Our codes of another table's texts, by their codes there.
  fileprivate mutating func intern(_ other: StringTable) -> [StringCode] {
    other.texts.map { intern($0) }
  }
}
