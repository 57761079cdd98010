import Annotations

/// The columns that the files of a YOLO folder fill, one file after the other.
struct YOLOColumns {
  private(set) var quarantined: [Quarantined] = []
  private(set) var digests: [(path: String, sha256: String)] = []
  private var files: [String]
  private var images = ImageTable()
  private var categories = CategoryTable()
  private var annotations = AnnotationTable()
  private var segmentation = SegmentationTable()
  private var strings = StringTable()

  init(_ names: YOLONames, namesFile: String) {
    files = [namesFile]
    for (index, name) in names.names.enumerated() {
      let place = SourcePlace(XMLPlace(line: name.line, column: 1), file: 0, index: index)
      categories.append(name: name.text, at: place)
      categories.ids[index] = .number(Int64(index))
    }
  }

  /// Adds what was read of one label file and its image.
  mutating func append(_ file: YOLOFile, _ item: YOLOListing.Item) {
    quarantined += file.quarantined
    digests += file.digests
    // Without its image, nothing is known but that the file exists; its lines are in quarantine.
    guard let image = item.image else { return }
    let id = RecordID.text(strings.intern(YOLOPath.stem(image)))
    files.append(item.path)
    for object in file.objects { append(object, imageID: id) }
    let (split, name) = YOLOPath.place(ofImage: image)
    images.ids.append(id)
    images.fileNames.append(name)
    images.sizes.append(file.size)
    images.scenes.append(nil)
    images.splits.append(split.map { strings.intern($0) })
    images.assigned.endRow()
    images.hasAssignment.append(false)
    images.notExhaustive.endRow()
    images.places.append(place(line: 1))
  }

  func dataset() -> Dataset {
    Dataset(
      format: .yolo,
      files: files,
      images: images,
      categories: categories,
      annotations: annotations,
      segmentation: segmentation,
      strings: strings
    )
  }

  private mutating func append(_ object: YOLOFile.Object, imageID: RecordID) {
    let isNamed = object.category < Int64(categories.count)
    annotations.ids.append(.absent)
    annotations.images.append(Int32(images.count))
    annotations.imageIDs.append(imageID)
    annotations.categories.append(isNamed ? Int32(object.category) : AnnotationTable.noCategory)
    annotations.categoryIDs.append(.number(object.category))
    annotations.boxes.append(object.box)
    annotations.statedAreas.append(nil)
    annotations.flags.append([])
    annotations.segmentations.append(appendRing(object.ring))
    annotations.keypointRows.append(AnnotationTable.noKeypoints)
    annotations.scores.append(object.confidence)
    annotations.annotators.append(AnnotationTable.noAnnotator)
    annotations.seconds.append(nil)
    annotations.attributeRows.append(AnnotationTable.noAttributes)
    annotations.places.append(place(line: object.line))
  }

  private mutating func appendRing(_ ring: [Double]?) -> Segmentation {
    guard let ring else { return .none }
    segmentation.rings.appendRow(ring)
    let count = Int32(segmentation.rings.count)
    return .polygons(count - 1..<count)
  }

  /// A line of the file that was added last.
  private func place(line: Int) -> SourcePlace {
    let file = Int32(files.count - 1)
    return SourcePlace(XMLPlace(line: line, column: 1), file: file, index: line - 1)
  }
}
