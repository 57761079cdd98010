/// Makes columns of the events of a parser.
struct CVATDocumentBuilder: XMLContentHandler {
  private(set) var failure: XMLProblem?
  private(set) var labels = CVATLabels()
  private(set) var columns = CVATColumns()
  /// What cannot be used, in the order of the file.
  private(set) var problems: [XMLProblem] = []
  private(set) var imageCount = 0

  private var path: [CVATElement] = [.document]
  private var image: CVATImage?
  private var shape: CVATShape?
  private var text = XMLText()

  private var trackCount = 0
  private var trackPlace = XMLPlace.start
  private var trackShapes = 0

  init() { path.reserveCapacity(8) }

  mutating func open(_ name: XMLName, _ attributes: XMLAttributes, at place: XMLPlace) {
    let parent = path.last ?? .unknown
    let element = parent.child(named: name.text)
    path.append(element)
    if element.holdsText { text.reset() }
    switch element {
    case .label: labels.openLabel(at: place)
    case .labelAttribute: labels.openAttribute()
    case .image: openImage(attributes, at: place)
    case .shape: openShape(name.text, attributes, at: place)
    case .shapeAttribute: shape?.openAttribute(attributes)
    case .track: (trackPlace, trackShapes) = (place, 0)
    case .trackShape: trackShapes += 1
    case .unknown where parent == .document:
      let root = XMLProblem.quoted(name.text)
      failure = XMLProblem(file: "the root is \(root); expected 'annotations'", at: place)
    default: break
    }
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if path.last?.holdsText == true { text.append(piece) }
  }

  mutating func close() {
    guard let element = path.popLast() else { return }
    switch element {
    case .labelName: setLabelText { $0.setName($1) }
    case .attributeName: setLabelText { $0.setAttributeName($1) }
    case .attributeType: setLabelText { $0.setAttributeKind($1) }
    case .labelAttribute: labels.closeAttribute()
    case .shapeAttribute: closeShapeAttribute()
    case .shape: closeShape()
    case .image: image = nil
    case .track: closeTrack()
    default: break
    }
  }

  private mutating func openImage(_ attributes: XMLAttributes, at place: XMLPlace) {
    let image = CVATImage(attributes, index: imageCount, at: place)
    imageCount += 1
    self.image = image
    guard !image.name.isEmpty else {
      let problem = "'name' is missing; expected the file name of the image"
      return problems.append(XMLProblem(pointer: image.pointer, problem, at: place))
    }
    columns.append(image)
  }

  private mutating func openShape(
    _ kind: String,
    _ attributes: XMLAttributes,
    at place: XMLPlace
  ) {
    guard let image else { return }
    shape = CVATShape(kind, attributes, index: image.children, at: place)
    if image.name.isEmpty { shape?.reject("its image has no 'name'") }
    self.image?.children += 1
  }

  private mutating func setLabelText(_ set: (inout CVATLabels, String) -> Void) {
    guard !text.isTooLong else {
      failure = failure ?? XMLProblem(file: "the text of a label is too long; \(Self.textLimit)")
      return
    }
    set(&labels, text.trimmed)
  }

  private mutating func closeShapeAttribute() {
    guard !text.isTooLong else {
      shape?.reject("the text of an 'attribute' is too long; \(Self.textLimit)")
      return
    }
    shape?.closeAttribute(text.trimmed, labels)
  }

  private mutating func closeShape() {
    guard let shape, let image else { return }
    self.shape = nil
    guard let problem = shape.problem else { return columns.append(shape) }
    // Any element may be a shape, so that the path counts them all.
    let pointer = "\(image.pointer)/*[\(shape.index + 1)]"
    problems.append(XMLProblem(pointer: pointer, problem, at: shape.place))
  }

  private mutating func closeTrack() {
    trackCount += 1
    let shapes = trackShapes == 1 ? "1 shape" : "\(trackShapes) shapes"
    let problem =
      "a track with \(shapes) of a video is not read; export the task as 'CVAT for images'"
    problems.append(
      XMLProblem(pointer: "/annotations/track[\(trackCount)]", problem, at: trackPlace)
    )
  }

  private static let textLimit = "expected at most \(XMLText.limit) bytes"
}
