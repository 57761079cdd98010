import Annotations
import Geometry

/// One annotation file as it was written: an image and its objects.
struct VOCDocument: Sendable {
  /// Where `<annotation>` starts.
  var place = XMLPlace.start
  /// Empty where the file gives none.
  var fileName = ""
  var size: ImageSize?
  /// Empty where the file gives none.
  var scene = ""
  /// Who annotated the image; empty where the file does not say.
  var annotator = ""
  var objects: [VOCObject] = []
  /// Of all objects, one object after the other.
  var attributes: [VOCAttribute] = []
  /// The objects that cannot be used.
  var problems: [XMLProblem] = []

  init() {}

  /// Reads a file, once `SAXParser.prepare()` was called.
  ///
  /// - Throws: Why nothing of the file can be used.
  init(_ bytes: UnsafeRawBufferPointer) throws(XMLProblem) {
    var parser = VOCParser()
    try parser.parse(bytes)
    self = parser.document
  }

  /// Makes room for another file in the memory of this one.
  mutating func restart() {
    var (objects, attributes) = (objects, attributes)
    self = VOCDocument()
    objects.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    (self.objects, self.attributes) = (objects, attributes)
  }

  /// The name of the image file, or `nil` where the file gives none.
  ///
  /// Of an absolute path, Unix or Windows, only the last component says something elsewhere.
  var imageName: String? {
    let name = isAbsolute ? fileName.split { $0 == "/" || $0 == "\\" }.last : fileName[...]
    return name.flatMap { $0.isEmpty ? nil : String($0) }
  }

  var isAbsolute: Bool {
    let drive = fileName.dropFirst().first == ":" && fileName.first?.isLetter == true
    return drive || fileName.hasPrefix("/") || fileName.hasPrefix("\\")
  }
}

/// One usable `<object>`.
struct VOCObject: Sendable {
  /// Where `<object>` starts.
  var place: XMLPlace
  /// Its position among the objects of the file, counted from 0.
  var index: Int
  var name: String
  var box: Box
  var flags: AnnotationFlags
  /// Its attributes among those of the document.
  var attributes: Range<Int>
  /// Who annotated the object; empty where the object does not say.
  var annotator: String
}

/// An attribute whose texts are not interned yet.
struct VOCAttribute: Sendable {
  enum Value: Sendable {
    case flag(Bool)
    case text(String)
    case null
  }

  var name: String
  var value: Value
}
