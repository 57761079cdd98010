import Annotations

/// Makes a `VOCDocument` of the events of a parser.
struct VOCDocumentBuilder: XMLContentHandler {
  /// Why nothing of the file can be used, as soon as that is known.
  private(set) var failure: XMLProblem?
  /// The document, once `finish()` was called behind the last event.
  private(set) var document = VOCDocument()

  private var path: [VOCElement] = [.document]
  private var object: VOCObjectDraft?
  private var objectCount = 0

  private var text = XMLText()
  private var width = ""
  private var height = ""
  private var ownerName = ""
  private var isOwnerOfPhoto = false
  private var attributeName = ""
  private var attributeValue = ""

  init() { path.reserveCapacity(8) }

  /// Makes ready for the events of another file, in the memory of the last one.
  mutating func restart() {
    failure = nil
    document.restart()
    path.removeAll(keepingCapacity: true)
    path.append(.document)
    (object, objectCount) = (nil, 0)
    (width, height, ownerName, isOwnerOfPhoto) = ("", "", "", false)
  }

  /// Adds what is known only at the end of the file.
  mutating func finish() {
    document.size = ImageSize(width: width, height: height)
    if document.annotator.isEmpty, !isOwnerOfPhoto { document.annotator = ownerName }
  }

  mutating func open(_ name: XMLName, _ attributes: XMLAttributes, at place: XMLPlace) {
    let parent = path.last ?? .unknown
    let element = parent.child(named: name)
    path.append(element)
    switch element {
    case .annotation: document.place = place
    case .object:
      let firstAttribute = document.attributes.count
      object = VOCObjectDraft(index: objectCount, firstAttribute: firstAttribute, at: place)
      objectCount += 1
    case .box: openBox()
    case .polygon: object?.hasPolygon = true
    case .flickrAccount: isOwnerOfPhoto = true
    case .attribute: (attributeName, attributeValue) = ("", "")
    case .unknown where parent == .document:
      let root = XMLProblem.quoted(name.text)
      failure = XMLProblem(file: "the root is \(root); expected 'annotation'", at: place)
    case let element where element.holdsText: text.reset()
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
      document.objects.append(try draft.finished(attributeCount: document.attributes.count))
    } catch {
      document.attributes.removeSubrange(draft.firstAttribute...)
      document.problems.append(error)
    }
  }

  /// Drops an attribute without a name: nothing could refer to it.
  private mutating func closeAttribute() {
    guard !attributeName.isEmpty else { return }
    addAttribute(attributeName, attributeValue.isEmpty ? .null : .text(attributeValue))
  }

  private mutating func closeText(of element: VOCElement) {
    guard !text.isTooLong else { return rejectLongText(of: element) }
    if case .corner(let corner) = element {
      object?.set(corner, to: text)
    } else if object == nil {
      setImageText(of: element, to: text.trimmed)
    } else {
      setObjectText(of: element, to: text.trimmed)
    }
  }

  private mutating func rejectLongText(of element: VOCElement) {
    let problem =
      "the text of '\(element.textName)' is too long; expected at most \(XMLText.limit) bytes"
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
    case .pose: if !text.isEmpty { addAttribute("pose", .text(text)) }
    case .mark(let mark): setMark(mark, to: text)
    case .objectAnnotator: object?.annotator = text
    case .attributeName: attributeName = text
    case .attributeValue: attributeValue = text
    default: break
    }
  }

  /// Takes 0 and 1 as a flag, an empty element as silence, and anything else as text.
  private mutating func setMark(_ mark: VOCMark, to text: String) {
    switch text {
    case "": return
    case "0", "1":
      if text == "1" { object?.set(mark) }
      addAttribute(mark.rawValue, .flag(text == "1"))
    default: addAttribute(mark.rawValue, .text(text))
    }
  }

  private mutating func addAttribute(_ name: String, _ value: VOCAttribute.Value) {
    document.attributes.append(VOCAttribute(name: name, value: value))
  }
}
