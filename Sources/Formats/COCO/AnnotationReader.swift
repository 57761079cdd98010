import Annotations
import Geometry

/// Reads the records of `annotations`.
struct AnnotationReader: RecordReader, ~Copyable {
  static let listName = "annotations"
  let keys = JSONKeyTable<AnnotationKey>()
  var draft = RecordDraft()
  /// Whether the records are results of a model: they have a score, and may lack a box.
  var areResults = false
  private var table = AnnotationTable()
  private var outlines = OutlineReader()
  private var keypoints = KeypointReader()
  private var attributes = Ragged<Attribute>()
  private var segments = SegmentReader()
  private var partProblems: [RecordProblem] = []

  private var id = RecordID.absent
  private var imageID: RecordID?
  private var categoryID: RecordID?
  private var box: Box?
  private var area: Double?
  private var score: Double?
  private var flags = Self.noFlags
  private var extras = AttributeDraft()

  /// `[]`, made without the generic initializer, which is not specialised across modules.
  private static let noFlags = AnnotationFlags(rawValue: 0)

  mutating func begin(at offset: Int) {
    segments.begin(at: offset)
    id = .absent
    imageID = nil
    categoryID = nil
    box = nil
    area = nil
    score = nil
    flags = Self.noFlags
    outlines.begin()
    keypoints.begin()
    extras.reset()
  }

  mutating func read(
    _ key: AnnotationKey,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    switch key {
    case .id: id = try readOwnID(from: &scanner, texts: &texts)
    case .imageID: imageID = try draft.readID("image_id", from: &scanner, texts: &texts)
    case .categoryID: categoryID = try draft.readID("category_id", from: &scanner, texts: &texts)
    case .bbox:
      box = try draft.readBox(from: &scanner, mayBeEmpty: areResults)
    case .segments: try segments.read(from: &scanner, texts: &texts, draft: &draft)
    case .score: score = try draft.readNumber("score", from: &scanner)
    case .keypoints: try keypoints.read(from: &scanner, draft: &draft)
    case .keypointNumber: try keypoints.readNumber(from: &scanner)
    case .area: area = try draft.readNumber("area", from: &scanner)
    case .iscrowd: if try draft.readMark("iscrowd", from: &scanner) { flags.insert(.crowd) }
    case .ignore: if try draft.readMark("ignore", from: &scanner) { flags.insert(.ignore) }
    case .segmentation: try outlines.read(from: &scanner, draft: &draft)
    case .attributes:
      try extras.readAll(
        keys: keys,
        from: &scanner,
        texts: &texts,
        flags: &flags,
        draft: &draft
      )
    case .raterID, .annotator, .annotatorID, .workerID, .createdBy, .completedBy,
      .annotationTime, .leadTime, .workTime, .occluded, .truncated, .difficult:
      try extras.read(key, from: &scanner, texts: &texts, flags: &flags)
    }
  }

  mutating func finish(place: SourcePlace, texts: inout FileTexts) {
    if imageID == nil { draft.refuse("'image_id' is missing; expected the id of an image") }
    if segments.arePresent { return finishSegments(place: place, texts: &texts) }
    if categoryID == nil { draft.refuse("'category_id' is missing; expected the id of a category") }
    if areResults { checkScore() }
    deriveBox()
    if box == nil {
      draft.refuse("'bbox' is missing; expected [x, y, width, height] or a 'segmentation'")
    }
    keypoints.check(isPrediction: score != nil, draft: &draft)
    guard draft.problem == nil, let imageID, let categoryID, let box else { return }
    let outline = outlines.keep(draft: &draft)
    guard draft.problem == nil else { return }
    appendIdentity(id, imageID, categoryID, at: place)
    table.boxes.append(box)
    table.statedAreas.append(area)
    if outlines.isEmptyList { flags.insert(.emptyOutline) }
    if keypoints.isNumberWrong { flags.insert(.wrongKeypointNumber) }
    table.flags.append(flags)
    table.segmentations.append(outline)
    table.keypointRows.append(keypoints.keep(isPrediction: score != nil))
    table.scores.append(score)
    appendExtras(texts: &texts)
  }

  private mutating func appendIdentity(
    _ id: RecordID,
    _ imageID: RecordID,
    _ categoryID: RecordID,
    at place: SourcePlace
  ) {
    table.ids.append(id)
    table.imageIDs.append(imageID)
    table.categoryIDs.append(categoryID)
    table.places.append(place)
  }

  /// Adds who annotated, how long it took, and the attributes.
  private mutating func appendExtras(texts: inout FileTexts) {
    table.seconds.append(extras.seconds?.value)
    if let name = extras.annotator?.value {
      table.annotators.append(texts.annotator(named: name))
    } else {
      table.annotators.append(AnnotationTable.noAnnotator)
    }
    if extras.attributes.isEmpty {
      table.attributeRows.append(AnnotationTable.noAttributes)
    } else {
      table.attributeRows.append(Int32(attributes.count))
      attributes.appendRow(extras.attributes)
    }
  }

  /// Adds a row for each segment of a panoptic record.
  private mutating func finishSegments(place: SourcePlace, texts: inout FileTexts) {
    guard draft.problem == nil, let imageID else { return }
    for segment in segments.all {
      let place = segment.place(within: place)
      guard let categoryID = segment.categoryID, let box = segment.box, segment.problem == nil
      else {
        partProblems.append(
          RecordProblem(place: place, part: segment.pointer, text: segment.problem ?? "")
        )
        continue
      }
      appendIdentity(segment.id(ofImage: imageID, texts: &texts), imageID, categoryID, at: place)
      table.boxes.append(box)
      table.statedAreas.append(segment.area)
      table.flags.append(segment.isCrowd ? [.crowd, .outlineElsewhere] : .outlineElsewhere)
      table.segmentations.append(.none)
      table.keypointRows.append(AnnotationTable.noKeypoints)
      table.scores.append(nil)
      appendExtras(texts: &texts)
    }
  }

  mutating func takePartProblems() -> [RecordProblem] {
    guard !partProblems.isEmpty else { return [] }
    defer { partProblems = [] }
    return partProblems
  }

  mutating func reserve(factor: Double) {
    table.reserve(factor: factor)
    outlines.reserve(factor: factor)
    keypoints.reserve(factor: factor)
    attributes.reserve(factor: factor)
  }

  mutating func takeRows() -> AnnotationRows {
    AnnotationRows(
      table: table,
      segmentation: outlines.finish(),
      keypoints: keypoints.rows,
      attributes: attributes
    )
  }

  private mutating func readOwnID(
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) -> RecordID {
    guard try scanner.kind() == .null else {
      return try draft.readID("id", from: &scanner, texts: &texts) ?? .absent
    }
    try scanner.readNull()
    return .absent
  }

  /// Refuses a result whose score is no confidence: no threshold would mean what it says.
  private mutating func checkScore() {
    guard let score else {
      return draft.refuse("'score' is missing; expected the confidence of the result in 0…1")
    }
    if !(0...1).contains(score) {
      draft.refuse("'score' must be a confidence in 0…1, found \(score)")
    }
  }

  /// Takes the box around the outline, or around the keypoints of a result, where the record has no `bbox`.
  private mutating func deriveBox() {
    guard box == nil, draft.problem == nil,
      let bounds = outlines.bounds ?? (areResults ? keypoints.bounds : nil)
    else { return }
    box = bounds
    flags.insert(.derivedBox)
  }
}
