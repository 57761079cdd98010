import Annotations

/// The columns of some annotation files that follow each other; an empty one is the identity of `append`.
struct VOCChunk: Sendable {
  var quarantined: [Quarantined] = []
  /// One row a file: its path and its SHA-256, empty where the file could not be read.
  var digests: [(path: String, sha256: String)] = []
  var images = ImageTable()
  var annotations = AnnotationTable()
  var attributes = Ragged<Attribute>()
  var strings = StringTable()
  var annotators = StringTable()
  /// Codes in order of first use; a data set has them in order of name.
  var categories = StringTable()
  /// Where each category is used first.
  var categoryPlaces: [SourcePlace] = []

  /// Adds the image and the objects of a file.
  ///
  /// `stem` is the file's name without extension, the only identity that an image has.
  mutating func append(_ document: VOCDocument, stem: String, file: Int32) {
    let image = Int32(images.count)
    let id = RecordID.text(strings.intern(stem))
    let annotator = code(ofAnnotator: document.annotator)
    var assigned = annotator == AnnotationTable.noAnnotator ? [] : [annotator]
    for object in document.objects {
      let place = SourcePlace(object.place, file: file, index: object.index)
      append(object, document.attributes[object.attributes], at: place, fileAnnotator: annotator)
      annotations.images.append(image)
      annotations.imageIDs.append(id)
      if let own = annotations.annotators.last, own != annotator, !assigned.contains(own) {
        assigned.append(own)
      }
    }
    images.ids.append(id)
    images.fileNames.append(document.imageName ?? stem)
    if document.isAbsolute { images.absolutePaths.append((image, document.fileName)) }
    images.sizes.append(document.size)
    images.scenes.append(document.scene.isEmpty ? nil : strings.intern(document.scene))
    images.splits.append(nil)
    // Annotators of objects alone do not tell who looked at the image and saw nothing.
    let namesAnnotator = annotator != AnnotationTable.noAnnotator
    images.assigned.appendRow(namesAnnotator ? assigned : [])
    images.hasAssignment.append(namesAnnotator)
    images.notExhaustive.endRow()
    images.places.append(SourcePlace(document.place, file: file, index: 0))
  }

  private mutating func append(
    _ object: VOCObject,
    _ attributes: ArraySlice<VOCAttribute>,
    at place: SourcePlace,
    fileAnnotator: Int32
  ) {
    annotations.ids.append(.absent)
    annotations.categories.append(code(ofCategory: object.name, at: place))
    annotations.categoryIDs.append(.absent)
    annotations.boxes.append(object.box)
    annotations.statedAreas.append(nil)
    annotations.flags.append(object.flags)
    annotations.segmentations.append(.none)
    annotations.keypointRows.append(AnnotationTable.noKeypoints)
    annotations.scores.append(nil)
    let annotator = object.annotator.isEmpty ? fileAnnotator : code(ofAnnotator: object.annotator)
    annotations.annotators.append(annotator)
    annotations.seconds.append(nil)
    annotations.attributeRows.append(appendAttributes(attributes))
    annotations.places.append(place)
  }

  private mutating func appendAttributes(_ row: ArraySlice<VOCAttribute>) -> Int32 {
    guard !row.isEmpty else { return AnnotationTable.noAttributes }
    for attribute in row {
      let value: AttributeValue =
        switch attribute.value {
        case .flag(let flag): .flag(flag)
        case .text(let text): .text(strings.intern(text))
        case .null: .null
        }
      attributes.append(Attribute(name: strings.intern(attribute.name), value: value))
    }
    attributes.endRow()
    return Int32(attributes.count - 1)
  }

  private mutating func code(ofAnnotator name: String) -> Int32 {
    name.isEmpty ? AnnotationTable.noAnnotator : annotators.intern(name).rawValue
  }

  private mutating func code(ofCategory name: String, at place: SourcePlace) -> Int32 {
    let code = categories.intern(name).rawValue
    if code == categoryPlaces.count { categoryPlaces.append(place) }
    return code
  }
}
