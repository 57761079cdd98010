/// What the head of a `.npy` file says of the bytes behind it.
///
/// Source: NumPy, "NumPy Enhancement Proposal 1: a simple file format for NumPy arrays", versions 1.0–3.0.
struct NPYHeader: Hashable, Sendable {
  var element: Element
  var isBigEndian: Bool
  var isFortranOrder: Bool
  var shape: [Int]

  /// How one number is stored.
  enum Element: Hashable, Sendable {
    case float16, float32, float64
    /// Two's complement, or unsigned, of 1, 2, 4 or 8 bytes.
    case signed(bytes: Int)
    case unsigned(bytes: Int)

    var byteCount: Int {
      switch self {
      case .float16: 2
      case .float32: 4
      case .float64: 8
      case .signed(let bytes), .unsigned(let bytes): bytes
      }
    }
  }

  /// The number of elements.
  ///
  /// A header whose product overflows does not come out of `init(text:)`.
  var elementCount: Int { shape.reduce(1, *) }

  var byteCount: Int { elementCount * element.byteCount }

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Longer headers are no arrays of numbers.
  static let maximumLength = 1 << 16

  /// Reads the text, a Python dictionary such as
  /// `{'descr': '<f4', 'fortran_order': False, 'shape': (100, 8), }`.
  init(text: [UInt8]) throws(NPYProblem) {
    var scanner = PythonLiteralScanner(text)
    var element: (Element, isBigEndian: Bool)?
    var order: Bool?
    var shape: [Int]?
    try scanner.expect("{")
    while !scanner.skip("}") {
      let key = try scanner.string()
      try scanner.expect(":")
      switch key {
      case "descr": element = try Self.element(try scanner.string())
      case "fortran_order": order = try scanner.bool()
      case "shape": shape = try scanner.tuple()
      default: throw NPYProblem("its header has the unknown key '\(key)'")
      }
      if !scanner.skip(",") {
        try scanner.expect("}")
        break
      }
    }
    guard let element, let order, let shape else {
      throw NPYProblem("its header lacks descr, fortran_order or shape")
    }
    (self.element, isBigEndian) = element
    isFortranOrder = order
    self.shape = shape
    try checkSize()
  }

  private func checkSize() throws(NPYProblem) {
    guard (1...2).contains(shape.count) else {
      throw NPYProblem("an array of 1 or 2 dimensions was expected, found \(shape.count)")
    }
    var size = element.byteCount
    for length in shape {
      let product = size.multipliedReportingOverflow(by: length)
      guard !product.overflow else { throw NPYProblem("its shape is beyond any memory") }
      size = product.partialValue
    }
  }

  private static func element(_ name: String) throws(NPYProblem) -> (Element, isBigEndian: Bool) {
    let unsupported = NPYProblem(
      "its element type is '\(name)'; numbers were expected (f2, f4, f8, or integers)"
    )
    guard let order = name.first, "<>|=".contains(order) else { throw unsupported }
    let element: Element
    switch name.dropFirst() {
    case "f2": element = .float16
    case "f4": element = .float32
    case "f8": element = .float64
    case "i1", "i2", "i4", "i8": element = .signed(bytes: Int(name.suffix(1)) ?? 8)
    case "b1": element = .unsigned(bytes: 1)
    case "u1", "u2", "u4", "u8": element = .unsigned(bytes: Int(name.suffix(1)) ?? 8)
    default: throw unsupported
    }
    return (element, order == ">")
  }
}

/// What is wrong with an array file, in one phrase that follows its name.
struct NPYProblem: Error, Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }
}
