import Annotations

/// Goes once over the bytes of a COCO file, whose lists may come in any order.
struct COCOFileReader: ~Copyable {
  private var source: RecordSource
  private var images = ImageReader()
  private var categories = CategoryReader()
  private var annotations = AnnotationReader()
  private var keys = JSONKeySet()
  /// Whether the cursor stands at an annotation.
  private var isInAnnotations = false
  /// How many annotations were read, those left out included.
  private var annotationCount: Int32 = 0
  /// The lists that were read.
  private var lists: Set<String> = []

  init(_ bytes: PaddedBytes, fileName: String) {
    source = RecordSource(bytes, fileName: fileName)
  }

  var quarantined: [Quarantined] { source.quarantined }

  /// Reads up to the first element of the annotations.
  ///
  /// - Returns: Its offset; `nil` where the file was read to its end, since there is none.
  mutating func readToAnnotations() throws(JSONError) -> Int? {
    try skipEncodingMark()
    source.scanner.skipSpace()
    guard source.scanner.position < source.scanner.bytes.count else {
      refusal = "the file is empty; \(expected)"
      return nil
    }
    let kind = try source.scanner.kind()
    guard kind == .object else {
      refusal = "found \(kind.noun) at the top; \(expected)"
      return nil
    }
    guard try source.scanner.openObject() else {
      try finish()
      return nil
    }
    return try readMembers()
  }

  /// Takes a chunk that was read elsewhere; those are given in the order of the file.
  ///
  /// - Returns: Whether it starts where the elements before it ended; else it is of no use.
  mutating func adopt(_ chunk: AnnotationChunk) throws(JSONError) -> Bool {
    guard chunk.start == source.scanner.position else { return false }
    if let error = chunk.error { throw error }
    let lines = source.linesUp(to: chunk.start)
    let refused = try annotations.append(
      chunk,
      texts: &source.texts,
      lines: lines,
      index: annotationCount
    )
    let (count, overflows) = annotationCount.addingReportingOverflow(chunk.elements)
    guard !overflows else {
      throw JSONError(offset: chunk.end, problem: "'\(AnnotationReader.listName)' is too long")
    }
    if annotationCount == 0 {
      let size = Double(max(1, chunk.end - chunk.start))
      let rest = Double(source.scanner.bytes.count - chunk.start)
      // Memory that is not used in the end costs nothing; growing would copy everything.
      annotations.reserve(factor: 1.25 * rest / size)
    }
    annotationCount = count
    source.adopt(refused, lines: chunk.lines, position: chunk.end)
    isInAnnotations = !chunk.isLast
    return true
  }

  /// Reads what is left of the annotations, and of the file.
  mutating func readRest() throws(JSONError) {
    if isInAnnotations {
      _ = try source.readElements(with: &annotations, from: annotationCount, before: .max)
      isInAnnotations = false
    }
    guard try source.scanner.hasMoreMembers() else { return try finish() }
    _ = try readMembers()
  }

  /// Why this is no COCO file, although it may be JSON, or `nil`.
  private(set) var refusal: String?

  private mutating func finish() throws(JSONError) {
    source.scanner.skipSpace()
    guard source.scanner.position == source.scanner.bytes.count else {
      throw source.scanner.unexpected("the end of the file")
    }
    for list in [ImageReader.listName, AnnotationReader.listName] where !lists.contains(list) {
      refusal = "no list '\(list)'; \(expected)"
      return
    }
  }

  /// The columns of what was read.
  mutating func dataset() -> Dataset {
    let imageIndex = RecordIndex(images.table.ids)
    let categoryIndex = RecordIndex(categories.table.ids)
    annotations.resolve(images: imageIndex, categories: categoryIndex)
    var imageTable = images.table
    for row in 0..<imageTable.count {
      imageTable.notExhaustive.appendRow(
        images.notExhaustiveIDs[row].compactMap { categoryIndex.row(of: $0) }
      )
    }
    return Dataset(
      format: .coco,
      files: [source.fileName],
      images: imageTable,
      categories: categories.table,
      annotations: annotations.table,
      segmentation: annotations.outlines.finish(),
      keypoints: annotations.keypoints.rows,
      attributes: annotations.attributes,
      annotators: source.texts.annotators,
      strings: source.texts.strings
    )
  }

  private var expected: String {
    "a COCO file is an object with the lists 'images', 'annotations' and 'categories'"
  }

  /// Steps over a byte-order mark of UTF-8 and refuses other encodings.
  private mutating func skipEncodingMark() throws(JSONError) {
    let bytes = source.scanner.bytes
    let (first, second) = (bytes[0], bytes[min(1, bytes.count)])
    let isUTF16 = (first, second) == (0xFF, 0xFE) || (first, second) == (0xFE, 0xFF)
    if isUTF16 || bytes.count > 1 && (first == 0 || second == 0) {
      throw JSONError(offset: 0, problem: "the text is UTF-16 or UTF-32; save the file as UTF-8")
    }
    source.scanner.skipByteOrderMark()
  }

  /// Reads members of the object at the top up to the annotations, or to the end of the file.
  ///
  /// - Returns: The offset of the first annotation.
  private mutating func readMembers() throws(JSONError) -> Int? {
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
      if try readMember(key) { return source.scanner.position }
    } while try source.scanner.hasMoreMembers()
    try finish()
    return nil
  }

  /// Reads the value of a key; stops at the first annotation, and says so.
  private mutating func readMember(_ key: JSONText) throws(JSONError) -> Bool {
    let name = source.scanner.string(key)
    switch name {
    case ImageReader.listName: try source.readRecords(with: &images)
    case CategoryReader.listName: try source.readRecords(with: &categories)
    case AnnotationReader.listName:
      isInAnnotations = try source.openList(named: name)
    default:
      try source.skipMember(named: name)
      return false
    }
    lists.insert(name)
    return isInAnnotations
  }
}
