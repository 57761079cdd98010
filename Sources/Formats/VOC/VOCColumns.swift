import Annotations

/// The columns of a data set while the parts of a folder are joined, in the order of the files.
struct VOCColumns {
  private(set) var quarantined: [Quarantined] = []
  private(set) var digests: [(path: String, sha256: String)] = []
  private var images = ImageTable()
  private var annotations = AnnotationTable()
  private var attributes = Ragged<Attribute>()
  private var annotators: [String] = []
  private var annotatorCodes: [String: Int32] = [:]
  private var strings = StringTable()
  /// The category of each annotation.
  private var names: [String] = []

  var hasImages: Bool { images.count > 0 }

  mutating func append(_ part: VOCPart) {
    quarantined += part.quarantined
    digests += part.digests
    for image in part.images { append(image) }
  }

  /// The data set; categories are the names that were used, sorted.
  consuming func dataset(files: [String]) -> Dataset {
    var categories = CategoryTable()
    var codes: [String: Int32] = [:]
    for name in Set(names).sorted() {
      codes[name] = Int32(categories.count)
      categories.ids.append(.absent)
      categories.names.append(name)
      categories.supercategories.append("")
      let first = names.firstIndex(of: name).map { annotations.places[$0] }
      categories.places.append(first ?? SourcePlace(file: 0, line: 1, column: 1, index: 0))
    }
    annotations.categories = names.map { codes[$0] ?? AnnotationTable.noCategory }
    return Dataset(
      format: .voc,
      files: files,
      images: images,
      categories: categories,
      annotations: annotations,
      attributes: attributes,
      annotators: annotators,
      strings: strings
    )
  }

  private mutating func append(_ image: VOCPart.Image) {
    let content = image.content
    let row = Int32(images.count)
    images.ids.append(.text(strings.intern(image.stem)))
    images.fileNames.append(Self.fileName(content.fileName, stem: image.stem))
    images.sizes.append(content.size)
    images.scenes.append(content.scene.flatMap { $0.isEmpty ? nil : strings.intern($0) })
    images.assigned.appendRow([])
    images.hasAssignment.append(false)
    images.notExhaustive.appendRow([])
    images.places.append(place(image.file, content.line, content.column, 0))
    for (index, box) in image.boxes {
      let object = content.objects[index]
      annotations.ids.append(.absent)
      annotations.images.append(row)
      annotations.imageIDs.append(images.ids[Int(row)])
      annotations.categoryIDs.append(.absent)
      annotations.boxes.append(box)
      annotations.statedAreas.append(nil)
      annotations.flags.append(object.flags)
      annotations.segmentations.append(.none)
      annotations.annotators.append(
        annotator(object.annotator ?? content.annotator ?? content.owner)
      )
      annotations.seconds.append(nil)
      annotations.attributeRows.append(attributeRow(object.attributes))
      annotations.places.append(place(image.file, object.line, object.column, index))
      names.append(object.name ?? "")
    }
  }

  private func place(_ file: Int, _ line: Int, _ column: Int, _ index: Int) -> SourcePlace {
    SourcePlace(
      file: Int32(file),
      line: UInt32(max(1, line)),
      column: max(1, column),
      index: Int32(index)
    )
  }

  private mutating func annotator(_ name: String?) -> Int32 {
    guard let name, !name.isEmpty else { return AnnotationTable.noAnnotator }
    if let code = annotatorCodes[name] { return code }
    let code = Int32(annotators.count)
    annotatorCodes[name] = code
    annotators.append(name)
    return code
  }

  private mutating func attributeRow(_ values: [(name: String, value: String)]) -> Int32 {
    guard !values.isEmpty else { return AnnotationTable.noAttributes }
    for value in values {
      let name = strings.intern(value.name)
      attributes.append(Attribute(name: name, value: .text(strings.intern(value.value))))
    }
    attributes.endRow()
    return Int32(attributes.count - 1)
  }

  /// What the file says, without the folders of an absolute path; the XML file's stem where it is silent.
  private static func fileName(_ written: String?, stem: String) -> String {
    guard let written, !written.isEmpty else { return stem }
    let isAbsolute =
      written.hasPrefix("/") || written.hasPrefix("\\")
      || written.dropFirst().hasPrefix(":\\") || written.dropFirst().hasPrefix(":/")
    guard isAbsolute else { return written }
    return written.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? stem
  }
}
