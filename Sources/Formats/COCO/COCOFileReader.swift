import Annotations

/// Goes once over the bytes of a COCO file, whose lists may come in any order.
struct COCOFileReader: ~Copyable {
  private var source: RecordSource
  private var images = ImageRows()
  private var categories = CategoryRows()
  private var annotations = AnnotationRows()
  /// The lists that were read.
  private var lists: Set<String> = []

  init(_ bytes: PaddedBytes, fileName: String, plan: ReadingPlan, work: OngoingWork?) {
    source = RecordSource(bytes, fileName: fileName, plan: plan, work: work)
  }

  var quarantined: [Quarantined] { source.quarantined }

  /// Reads the object at the top and what is behind it.
  mutating func read() async throws(JSONError) {
    try source.skipEncodingMark()
    source.scanner.skipSpace()
    let start = source.scanner.position
    guard start < source.scanner.bytes.count else {
      throw JSONError(offset: start, problem: "the file is empty; \(expected)")
    }
    let kind = try source.scanner.kind()
    guard kind == .object else {
      throw JSONError(offset: start, problem: "found \(kind.noun) at the top; \(expected)")
    }
    try await readTop()
    source.scanner.skipSpace()
    guard source.scanner.position == source.scanner.bytes.count else {
      throw source.scanner.unexpected("the end of the file")
    }
    for list in [ImageReader.listName, AnnotationReader.listName] where !lists.contains(list) {
      throw JSONError(offset: start, problem: "no list '\(list)'; \(expected)")
    }
  }

  /// The columns of what was read, which the reader gives away.
  mutating func takeDataset() async -> Dataset {
    let imageIndex = RecordIndex(images.table.ids)
    let categoryIndex = RecordIndex(categories.table.ids)
    await annotations.resolve(
      images: imageIndex,
      categories: categoryIndex,
      threads: source.threads
    )
    var imageTable = images.table
    for row in 0..<imageTable.count {
      for id in images.notExhaustiveIDs[row] {
        if let category = categoryIndex.row(of: id) {
          imageTable.notExhaustive.append(category)
        } else {
          imageTable.undeclaredNotExhaustive.append((Int32(row), id))
        }
      }
      imageTable.notExhaustive.endRow()
    }
    // No second owner, so that the columns are put in order where they stand.
    var rows = annotations
    annotations = AnnotationRows()
    await rows.table.sortByImage(imageCount: imageTable.count, threads: source.threads)
    return Dataset(
      format: rows.arePanoptic ? .cocoPanoptic : .coco,
      files: [source.fileName],
      images: imageTable,
      categories: categories.table,
      annotations: rows.table,
      segmentation: rows.segmentation,
      keypoints: rows.keypoints,
      attributes: rows.attributes,
      annotators: source.texts.annotators,
      strings: source.texts.strings
    )
  }

  private var expected: String {
    "a COCO file is an object with the lists 'images', 'annotations' and 'categories'"
  }

  private mutating func readTop() async throws(JSONError) {
    var keys = JSONKeySet()
    guard try source.scanner.openObject() else { return }
    repeat {
      let start = source.scanner.position
      let key = try source.scanner.readKey()
      guard keys.insert(key, in: source.scanner) else {
        throw JSONError(
          offset: start,
          problem:
            "'\(source.scanner.string(key))' is given twice at the top of the file; expected once"
        )
      }
      try await readList(key)
    } while try source.scanner.hasMoreMembers()
  }

  private mutating func readList(_ key: JSONText) async throws(JSONError) {
    let name = source.scanner.string(key)
    switch name {
    case ImageReader.listName: try await source.readRecords(by: ImageReader.self, into: &images)
    case CategoryReader.listName:
      try await source.readRecords(by: CategoryReader.self, into: &categories)
    case AnnotationReader.listName:
      try await source.readRecords(by: AnnotationReader.self, into: &annotations)
    default: return try source.skipMember(named: name)
    }
    lists.insert(name)
  }
}
