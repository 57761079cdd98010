import Annotations

/// The columns that the images and shapes of a CVAT file fill.
struct CVATColumns {
  private var images = ImageTable()
  private var annotations = AnnotationTable()
  private var segmentation = SegmentationTable()
  private var attributes = Ragged<Attribute>()
  private var strings = StringTable()

  /// Adds an image; the shapes that follow are its own.
  mutating func append(_ image: CVATImage) {
    images.ids.append(image.number.map { .number($0) } ?? .absent)
    images.fileNames.append(image.name)
    images.sizes.append(image.size)
    images.scenes.append(nil)
    images.splits.append(image.subset.isEmpty ? nil : strings.intern(image.subset))
    images.assigned.endRow()
    images.hasAssignment.append(false)
    images.notExhaustive.endRow()
    images.places.append(SourcePlace(image.place, file: 0, index: image.index))
  }

  mutating func append(_ shape: CVATShape) {
    annotations.ids.append(.absent)
    annotations.images.append(Int32(images.count - 1))
    annotations.imageIDs.append(images.ids.last ?? .absent)
    annotations.categories.append(AnnotationTable.noCategory)
    annotations.categoryIDs.append(.text(strings.intern(shape.label)))
    annotations.boxes.append(shape.box)
    annotations.statedAreas.append(nil)
    annotations.flags.append(shape.flags)
    annotations.segmentations.append(appendRing(shape.ring))
    annotations.keypointRows.append(AnnotationTable.noKeypoints)
    annotations.scores.append(nil)
    annotations.annotators.append(AnnotationTable.noAnnotator)
    annotations.seconds.append(nil)
    annotations.attributeRows.append(appendAttributes(shape.attributes))
    annotations.places.append(SourcePlace(shape.place, file: 0, index: shape.index))
  }

  /// The columns as a data set, once all labels are known.
  ///
  /// A label that the file does not declare stays an undefined category, unless it declares none at all.
  func dataset(labels: CVATLabels, fileName: String) -> Dataset {
    var annotations = annotations
    let categories =
      labels.names.isEmpty ? usedCategories() : Self.declaredCategories(labels)
    let rows = Dictionary(zip(categories.names, 0..<Int32(categories.count))) { first, _ in first }
    for row in annotations.categoryIDs.indices {
      guard case .text(let code) = annotations.categoryIDs[row],
        let category = rows[strings[code]]
      else { continue }
      annotations.categories[row] = category
      annotations.categoryIDs[row] = .absent
    }
    return Dataset(
      format: .cvat,
      files: [fileName],
      images: images,
      categories: categories,
      annotations: annotations,
      segmentation: segmentation,
      attributes: attributes,
      strings: strings
    )
  }

  private mutating func appendRing(_ ring: [Double]?) -> Segmentation {
    guard let ring else { return .none }
    segmentation.rings.appendRow(ring)
    let count = Int32(segmentation.rings.count)
    return .polygons(count - 1..<count)
  }

  private mutating func appendAttributes(_ row: [CVATAttribute]) -> Int32 {
    guard !row.isEmpty else { return AnnotationTable.noAttributes }
    for attribute in row {
      let value: AttributeValue =
        switch attribute.value {
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .text(let text): .text(strings.intern(text))
        case .null: .null
        }
      attributes.append(Attribute(name: strings.intern(attribute.name), value: value))
    }
    attributes.endRow()
    return Int32(attributes.count - 1)
  }

  private static func declaredCategories(_ labels: CVATLabels) -> CategoryTable {
    var table = CategoryTable()
    for (index, (name, place)) in zip(labels.names, labels.places).enumerated() {
      table.append(name: name, at: SourcePlace(place, file: 0, index: index))
    }
    return table
  }

  /// The labels of the shapes in order of name, each at its first use.
  private func usedCategories() -> CategoryTable {
    var places: [String: SourcePlace] = [:]
    for (id, place) in zip(annotations.categoryIDs, annotations.places) {
      guard case .text(let code) = id, places[strings[code]] == nil else { continue }
      places[strings[code]] = place
    }
    var table = CategoryTable()
    for (name, place) in places.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      table.append(name: name, at: place)
    }
    return table
  }
}

extension CategoryTable {
  /// Adds a category that has a name only.
  mutating func append(name: String, at place: SourcePlace) {
    ids.append(.absent)
    names.append(name)
    supercategories.append("")
    keypointNames.endRow()
    skeletons.endRow()
    places.append(place)
  }
}
