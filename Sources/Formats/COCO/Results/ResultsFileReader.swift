import Annotations

/// Goes once over the bytes of a results file, whose records name images and categories of a data set.
struct ResultsFileReader: ~Copyable {
  private var source: RecordSource
  private var rows = AnnotationRows()
  private let reference: Dataset
  private let images: RecordIndex
  private let categories: RecordIndex

  init(_ bytes: PaddedBytes, fileName: String, plan: ReadingPlan, reference: Dataset) {
    source = RecordSource(
      bytes,
      fileName: fileName,
      plan: plan,
      texts: FileTexts(of: reference)
    )
    self.reference = reference
    images = RecordIndex(reference.images.ids)
    categories = RecordIndex(reference.categories.ids)
  }

  /// Reads the list at the top and what is behind it.
  mutating func read() async throws(JSONError) {
    let expected = "expected a list of results with 'image_id', 'category_id' and 'score'"
    try source.skipEncodingMark()
    source.scanner.skipSpace()
    let start = source.scanner.position
    guard start < source.scanner.bytes.count else {
      throw JSONError(offset: start, problem: "the file is empty; \(expected)")
    }
    let kind = try source.scanner.kind()
    guard kind == .list else {
      throw JSONError(offset: start, problem: "found \(kind.noun) at the top; \(expected)")
    }
    try await source.readRecords(by: ResultReader.self, into: &rows)
    source.scanner.skipSpace()
    guard source.scanner.position == source.scanner.bytes.count else {
      throw source.scanner.unexpected("the end of the file")
    }
  }

  /// The results as annotations of the data set's images and categories, whose rows they share, and what was
  /// put aside.
  mutating func takeResult() -> (Dataset, [Quarantined]) {
    rows.resolve(images: images, categories: categories)
    let (table, unknown) = usable(rows.table)
    let dataset = Dataset(
      format: .cocoResults,
      files: [source.fileName] + reference.files,
      images: imagesForAll,
      categories: movedCategories,
      annotations: table,
      segmentation: rows.segmentation,
      keypoints: rows.keypoints,
      attributes: rows.attributes,
      annotators: source.texts.annotators,
      strings: source.texts.strings
    )
    let quarantined = (source.quarantined + unknown).sorted {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
    return (dataset, quarantined)
  }

  /// Leaves out what names an image or a category that the data set does not have.
  private func usable(_ table: AnnotationTable) -> (AnnotationTable, [Quarantined]) {
    var kept: [Int] = []
    var unknown: [Quarantined] = []
    for row in 0..<table.count {
      let problem: String
      if table.images[row] == AnnotationTable.noImage {
        problem = "'image_id' \(text(table.imageIDs[row])) names no image of the data set"
      } else if table.categories[row] == AnnotationTable.noCategory {
        problem = "'category_id' \(text(table.categoryIDs[row])) names no category of the data set"
      } else {
        kept.append(row)
        continue
      }
      unknown.append(quarantined(table.places[row], problem))
    }
    return (unknown.isEmpty ? table : table.permuted(by: kept), unknown)
  }

  private func quarantined(_ place: SourcePlace, _ problem: String) -> Quarantined {
    Quarantined(
      file: source.fileName,
      line: Int(place.line),
      column: place.column,
      pointer: "\(ResultReader.listPointer)/\(place.index)",
      problem: problem
    )
  }

  private func text(_ id: RecordID) -> String {
    switch id {
    case .number(let number): String(number)
    case .text(let code): "'\(source.texts.strings[code])'"
    case .absent: "(none)"
    }
  }

  /// The data set's images, all of them looked at: a model is assigned to none in particular.
  private var imagesForAll: ImageTable {
    var table = reference.images
    table.assigned = Ragged()
    for row in 0..<table.count {
      table.assigned.endRow()
      table.hasAssignment[row] = false
      table.places[row].file += 1
    }
    return table
  }

  private var movedCategories: CategoryTable {
    var table = reference.categories
    for row in 0..<table.count { table.places[row].file += 1 }
    return table
  }
}
