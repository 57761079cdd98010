import Annotations

/// Makes a `VOCDocument` of the events of a parser.
struct VOCDocumentBuilder: XMLContentHandler {
  /// Why nothing of the file can be used, as soon as that is known.
  private(set) var failure: XMLProblem?

  private var document = VOCDocument()
  private var path: [VOCElement] = [.document]
  private var object: VOCObjectDraft?
  private var objectCount = 0

  private var text = XMLText()
  /// The element whose text is in `text`, as the file writes it.
  private var textName = ""

  private var width = ""
  private var height = ""
  private var ownerName = ""
  private var isOwnerOfPhoto = false
  private var attributeName = ""
  private var attributeValue = ""

  init() { path.reserveCapacity(8) }

  /// The document, once the parser has come to its end without an error.
  func finished() -> VOCDocument {
    var document = document
    document.size = ImageSize(width: width, height: height)
    if document.annotator.isEmpty, !isOwnerOfPhoto { document.annotator = ownerName }
    return document
  }

  mutating func open(_ name: String, _ attributes: XMLAttributes, at place: XMLPlace) {
    let parent = path.last ?? .unknown
    let element = parent.child(named: name)
    path.append(element)
    switch element {
    case .annotation: document.place = place
    case .object:
      object = VOCObjectDraft(index: objectCount, at: place)
      objectCount += 1
    case .box: openBox()
    case .polygon: object?.hasPolygon = true
    case .flickrAccount: isOwnerOfPhoto = true
    case .attribute: (attributeName, attributeValue) = ("", "")
    case .unknown where parent == .document:
      let root = XMLProblem.quoted(name)
      failure = XMLProblem(file: "the root is \(root); expected 'annotation'", at: place)
    case let element where element.holdsText:
      text.reset()
      textName = name
    default: break
    }
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if path.last?.holdsText == true { text.append(piece) }
  }

  mutating func close() {
    guard let element = path.popLast() else { return }
    switch element {
    case .object: closeObject()
    case .attribute: closeAttribute()
    case let element where element.holdsText: closeText(of: element)
    default: break
    }
  }

  private mutating func openBox() {
    if object?.hasBox == true { object?.reject("'bndbox' stands twice; expected one") }
    object?.hasBox = true
  }

  private mutating func closeObject() {
    guard let draft = object else { return }
    object = nil
    do throws(XMLProblem) {
      document.objects.append(try draft.finished())
    } catch {
      document.problems.append(error)
    }
  }

  /// Drops an attribute without a name: nothing could refer to it.
  private mutating func closeAttribute() {
    guard !attributeName.isEmpty else { return }
    object?.addAttribute(attributeName, attributeValue.isEmpty ? .null : .text(attributeValue))
  }

  private mutating func closeText(of element: VOCElement) {
    guard !text.isTooLong else { return rejectLongText() }
    if object == nil {
      setImageText(of: element, to: text.trimmed)
    } else {
      setObjectText(of: element, to: text.trimmed)
    }
  }

  private mutating func rejectLongText() {
    let problem = "the text of '\(textName)' is too long; expected at most \(XMLText.limit) bytes"
    if object == nil {
      failure = failure ?? XMLProblem(file: problem, at: document.place)
    } else {
      object?.reject(problem)
    }
  }

  private mutating func setImageText(of element: VOCElement, to text: String) {
    switch element {
    case .fileName: document.fileName = text
    case .width: width = text
    case .height: height = text
    case .scene: document.scene = text
    case .annotator: document.annotator = text
    case .ownerName: ownerName = text
    default: break
    }
  }

  private mutating func setObjectText(of element: VOCElement, to text: String) {
    switch element {
    case .name: object?.setName(text)
    case .pose: if !text.isEmpty { object?.addAttribute("pose", .text(text)) }
    case .mark(let mark): object?.mark(mark, text)
    case .corner(let corner): object?.set(corner, to: text)
    case .objectAnnotator: object?.annotator = text
    case .attributeName: attributeName = text
    case .attributeValue: attributeValue = text
    default: break
    }
  }
}
