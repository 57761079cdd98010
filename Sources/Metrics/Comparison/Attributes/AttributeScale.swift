import Glibc

/// How the values of an attribute are compared; told from the values of both sides where nobody says it.
enum AttributeScale: Equatable {
  /// Equal or not.
  case nominal
  /// Equal or not, and some differences are larger than others; the lowest grade first.
  case ordinal([String])
  /// Equal up to a tolerance; up to rounding where it is `nil`.
  case numeric(tolerance: Double?)
  /// Alike enough by letters: free text, mostly different from object to object.
  case text

  /// Distinct texts beyond which an attribute is free text, if they are also more than half of all.
  private static let mostNames = 30
  /// A number agrees within this share of the larger one.
  static let relativeTolerance = 1e-9
  /// Texts agree from this similarity on.
  static let minimumSimilarity = 0.8

  init(_ declared: DeclaredScale) {
    self =
      switch declared {
      case .ordinal(let grades): .ordinal(grades)
      case .numeric(let tolerance): .numeric(tolerance: tolerance)
      }
  }

  init(_ values: [ComparedValue]) {
    let given = values.filter { !$0.isMissing }
    if !given.isEmpty, given.allSatisfy({ $0.number != nil }) {
      self = .numeric(tolerance: nil)
      return
    }
    let distinct = Set(given).count
    let isText = given.allSatisfy { $0.text != nil }
    self = isText && distinct > Self.mostNames && distinct * 2 > given.count ? .text : .nominal
  }

  func agrees(_ a: ComparedValue, _ b: ComparedValue) -> Bool {
    switch self {
    case .numeric(let tolerance):
      guard let a = a.number, let b = b.number else { return a == b }
      return abs(a - b) <= tolerance ?? Self.relativeTolerance * max(abs(a), abs(b))
    case .text:
      guard let a = a.text, let b = b.text else { return a == b }
      return EditDistance.similarity(a, b) >= Self.minimumSimilarity
    case .nominal, .ordinal: return a == b
    }
  }

  /// Whether two numbers differ by a power of ten: a slipped decimal point.
  static func differByPowerOfTen(_ a: ComparedValue, _ b: ComparedValue) -> Bool {
    guard let a = a.number, let b = b.number, a * b > 0 else { return false }
    let decades = log10(abs(a) / abs(b))
    return abs(decades) > 0.5 && abs(decades - decades.rounded()) < 0.02
  }
}
