import Annotations
import Geometry

/// One XML file as it was read: an image and its objects.
struct VOCImage: Sendable {
  struct Object: Sendable {
    var line: Int = 0
    var column: Int = 0
    /// Position among the file's objects, counted from 0.
    var index: Int = 0
    var name: String?
    var hasBox = false
    /// Texts of `xmin`, `ymin`, `xmax`, `ymax`.
    var corners: [String: String] = [:]
    var flags: AnnotationFlags = []
    var attributes: [(name: String, value: String)] = []
    var annotator: String?
    /// What makes the object unusable though it is well-formed.
    var problem: String?
  }

  var line: Int = 1
  var column: Int = 1
  var fileName: String?
  var width: String?
  var height: String?
  var scene: String?
  var annotator: String?
  var owner: String?
  var objects: [Object] = []

  /// `nil` unless both sides are given and positive whole numbers.
  var size: ImageSize? {
    guard let width = width.flatMap(Self.wholeNumber),
      let height = height.flatMap(Self.wholeNumber),
      width > 0, height > 0
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func wholeNumber(_ text: String) -> Int? {
    VOCImage.number(text).flatMap(Int32.init(exactly:)).map(Int.init)
  }

  /// A finite decimal number, spaces around it allowed.
  static func number(_ text: String) -> Double? {
    let trimmed = text.utf8.drop { $0 <= 0x20 }
    guard let last = trimmed.lastIndex(where: { $0 > 0x20 }) else { return nil }
    let digits = trimmed[...last]
    guard digits.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }),
      let value = Double(Substring(digits)), value.isFinite
    else { return nil }
    return value
  }
}

extension VOCImage.Object {
  static let cornerNames = ["xmin", "ymin", "xmax", "ymax"]

  /// The box, or what keeps the object from having one.
  func box() -> Result<Box, VOCProblem> {
    if let problem { return .failure(VOCProblem(problem)) }
    if name?.isEmpty ?? true { return .failure(VOCProblem("the object has no <name>")) }
    guard hasBox else { return .failure(VOCProblem("the object has no <bndbox>")) }
    var numbers: [Double] = []
    for corner in Self.cornerNames {
      guard let text = corners[corner] else {
        return .failure(VOCProblem("<bndbox> has no <\(corner)>"))
      }
      guard let number = VOCImage.number(text) else {
        return .failure(VOCProblem("<\(corner)> must be a number, found '\(text.prefix(40))'"))
      }
      numbers.append(number)
    }
    return .success(
      Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    )
  }
}

/// Why a file or an object cannot be used, in one line.
struct VOCProblem: Error, Sendable {
  var text: String
  /// Counted from 1; 0 where the file as a whole is meant.
  var line = 0
  var column = 0

  init(_ text: String, line: Int = 0, column: Int = 0) {
    self.text = text
    self.line = line
    self.column = column
  }
}
