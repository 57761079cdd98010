import Annotations
import Geometry

/// What was read of one `<object>` so far.
struct VOCObjectDraft {
  let place: XMLPlace
  let index: Int
  /// Where its attributes start among those of the document.
  let firstAttribute: Int
  var hasBox = false
  var hasPolygon = false
  var annotator = ""

  private var name = ""
  private var left: Double?
  private var top: Double?
  private var right: Double?
  private var bottom: Double?
  private var flags: AnnotationFlags = []
  /// The first thing that makes the object unusable.
  private var problem: String?

  init(index: Int, firstAttribute: Int, at place: XMLPlace) {
    self.index = index
    self.firstAttribute = firstAttribute
    self.place = place
  }

  /// The object, or why there is none; the document has so many attributes up to its end.
  func finished(attributeCount: Int) throws(XMLProblem) -> VOCObject {
    if let problem { throw failure(problem) }
    guard !name.isEmpty else {
      throw failure("'name' is missing; expected the category of the object")
    }
    return VOCObject(
      place: place,
      index: index,
      name: name,
      box: try box(),
      flags: flags,
      attributes: firstAttribute..<attributeCount,
      annotator: annotator
    )
  }

  mutating func reject(_ reason: String) { problem = problem ?? reason }

  mutating func setName(_ text: String) {
    guard name.isEmpty else { return reject("'name' stands twice; expected one category") }
    name = text
  }

  mutating func set(_ corner: VOCCorner, to text: XMLText) {
    guard self[corner] == nil else {
      return reject("'\(corner.rawValue)' stands twice; expected one 'bndbox'")
    }
    guard let number = text.number else {
      let found = XMLProblem.quoted(text.trimmed)
      return reject("'\(corner.rawValue)' must be a finite number in pixels, found \(found)")
    }
    self[corner] = number
  }

  mutating func set(_ mark: VOCMark) { flags.insert(AnnotationFlags(mark)) }

  private func box() throws(XMLProblem) -> Box {
    guard hasBox else {
      throw failure(
        hasPolygon
          ? "'bndbox' is missing, found 'polygon'; expected xmin, ymin, xmax and ymax"
          : "'bndbox' is missing; expected xmin, ymin, xmax and ymax"
      )
    }
    guard let left, let top, let right, let bottom else {
      let missing = VOCCorner.allCases.filter { self[$0] == nil }.map { "'\($0.rawValue)'" }
      let verb = missing.count == 1 ? "is" : "are"
      throw failure(
        "\(missing.joined(separator: ", ")) \(verb) missing from 'bndbox'; expected numbers in pixels"
      )
    }
    let box = Box(left: left, top: top, right: right, bottom: bottom)
    guard box.width.isFinite, box.height.isFinite else {
      throw failure("the sides of 'bndbox' are not finite; expected numbers in pixels")
    }
    return box
  }

  private func failure(_ text: String) -> XMLProblem {
    // XML paths count from 1.
    XMLProblem(pointer: "/annotation/object[\(index + 1)]", text, at: place)
  }

  private subscript(corner: VOCCorner) -> Double? {
    get {
      switch corner {
      case .left: left
      case .top: top
      case .right: right
      case .bottom: bottom
      }
    }
    set {
      switch corner {
      case .left: left = newValue
      case .top: top = newValue
      case .right: right = newValue
      case .bottom: bottom = newValue
      }
    }
  }
}

extension AnnotationFlags {
  fileprivate init(_ mark: VOCMark) {
    switch mark {
    case .truncated: self = .truncated
    case .difficult: self = .difficult
    case .occluded: self = .occluded
    }
  }
}
