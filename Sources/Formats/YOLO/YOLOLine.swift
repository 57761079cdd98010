import Geometry

/// One object of a label file, in shares of the image's width and height.
///
/// `category x y width height [confidence]` with the box's centre, or `category x0 y0 x1 y1 x2 y2 … [confidence]`
/// with an outline of at least three points.
struct YOLOLine: Equatable {
  var category: Int64
  var shape: Shape
  var confidence: Double?

  enum Shape: Equatable {
    case box(x: Double, y: Double, width: Double, height: Double)
    case polygon([Double])
  }

  /// Reads the fields of a line that is not empty.
  ///
  /// - Throws: What is wrong with it; what was expected.
  init(_ fields: [Substring]) throws(Problem) {
    guard let category = fields.first.flatMap({ Int64($0) }), category >= 0 else {
      throw Problem(
        "the category must be a whole number of at least 0, found '\(fields.first ?? "")'"
      )
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(fields.count)
    for field in fields.dropFirst() {
      guard let number = XMLText.number(String(field)) else {
        throw Problem("\(XMLProblem.quoted(String(field))) must be a finite number")
      }
      numbers.append(number)
    }
    guard numbers.count >= 4 else {
      throw Problem("a line must have a category and at least 4 numbers, found \(numbers.count)")
    }
    self.category = category
    // A box has an even count without and an odd one with a confidence; so has an outline.
    confidence = numbers.count.isMultiple(of: 2) ? nil : numbers.removeLast()
    shape =
      numbers.count == 4
      ? .box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
      : .polygon(numbers)
  }

  struct Problem: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }
}
