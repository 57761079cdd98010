/// Turns the bytes of a `.npy` file, which may come in any pieces, into numbers.
struct NPYDecoder {
  /// How many bytes the file can have at most; a header that promises more is refused before any
  /// memory is asked for.
  private let available: Int
  /// Bytes that are not decoded yet: of the header, or of one element.
  private var pending: [UInt8] = []
  private var header: NPYHeader?
  private var sink = Sink.none
  /// Numbers still to come.
  private var missing = 0

  private enum Sink {
    case none
    case integers([Int64])
    case single([Float])
    case double([Double])
  }

  init(available: Int) { self.available = available }

  /// Decodes the next bytes.
  mutating func push(_ bytes: RawSpan) throws(NPYProblem) {
    if header == nil {
      let start = try pushHeader(bytes)
      guard header != nil else { return }
      return try pushElements(bytes.extracting(start..<bytes.byteCount))
    }
    try pushElements(bytes)
  }

  /// The array, when all bytes were pushed.
  consuming func finish() throws(NPYProblem) -> NumberArray {
    guard let header else { throw NPYProblem("is not a NumPy array: it ends within its header") }
    guard missing == 0, pending.isEmpty else {
      throw NPYProblem(
        "its shape \(header.shape) needs \(header.byteCount) bytes, "
          + "\(header.byteCount - missing * header.element.byteCount + pending.count) are there"
      )
    }
    let columns = header.isFortranOrder && header.shape.count == 2 ? header.shape[0] : 0
    let values: NumberArray.Values =
      switch sink {
      case .none: .integers([])
      case .integers(let values): .integers(Self.rowMajor(values, columnLength: columns))
      case .single(let values): .single(Self.rowMajor(values, columnLength: columns))
      case .double(let values): .double(Self.rowMajor(values, columnLength: columns))
      }
    return NumberArray(shape: header.shape, values: values)
  }

  // MARK: Header

  /// - Returns: Where the elements start in `bytes`, once the header is complete.
  private mutating func pushHeader(_ bytes: RawSpan) throws(NPYProblem) -> Int {
    for index in 0..<bytes.byteCount {
      pending.append(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      if pending.count <= NPYHeader.magic.count,
        pending[pending.count - 1] != NPYHeader.magic[pending.count - 1]
      {
        throw NPYProblem("is not a NumPy array: it does not start with \\x93NUMPY")
      }
      guard let end = try headerEnd(), pending.count == end.end else { continue }
      try begin(NPYHeader(text: Array(pending[end.start...])))
      return index + 1
    }
    return bytes.byteCount
  }

  /// Where the text of the header starts and ends; `nil` while its length is not known.
  private func headerEnd() throws(NPYProblem) -> (start: Int, end: Int)? {
    guard pending.count > 7 else { return nil }
    let version = pending[6]
    guard (1...3).contains(version) else {
      throw NPYProblem("is of NumPy format version \(version); 1 to 3 are known")
    }
    let start = version == 1 ? 10 : 12
    guard pending.count >= start else { return nil }
    let length = pending[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= NPYHeader.maximumLength else {
      throw NPYProblem("its header is \(length) bytes long; at most 65536 were expected")
    }
    return (start, start + length)
  }

  private mutating func begin(_ header: NPYHeader) throws(NPYProblem) {
    guard header.byteCount <= available else {
      throw NPYProblem(
        "its shape \(header.shape) needs \(header.byteCount) bytes; it has at most \(available)"
      )
    }
    self.header = header
    pending = []
    missing = header.elementCount
    switch header.element {
    case .float16, .float32: sink = .single(Self.empty(missing))
    case .float64: sink = .double(Self.empty(missing))
    case .signed, .unsigned: sink = .integers(Self.empty(missing))
    }
  }

  private static func empty<Number>(_ count: Int) -> [Number] {
    var numbers: [Number] = []
    numbers.reserveCapacity(count)
    return numbers
  }

  // MARK: Elements

  private mutating func pushElements(_ bytes: RawSpan) throws(NPYProblem) {
    guard let header, bytes.byteCount > 0 else { return }
    let size = header.element.byteCount
    var start = 0
    if !pending.isEmpty {
      while pending.count < size, start < bytes.byteCount {
        pending.append(bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self))
        start += 1
      }
      guard pending.count == size else { return }
      let element = pending
      pending = []
      try decode(element.span.bytes, count: 1, header)
    }
    let count = (bytes.byteCount - start) / size
    let end = start + count * size
    try decode(bytes.extracting(start..<end), count: count, header)
    for index in end..<bytes.byteCount {
      pending.append(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
    }
    guard missing > 0 || pending.isEmpty else { throw Self.surplus }
  }

  private static let surplus = NPYProblem("has bytes behind its array")

  private mutating func decode(
    _ bytes: RawSpan,
    count: Int,
    _ header: NPYHeader
  ) throws(NPYProblem) {
    guard count <= missing else { throw Self.surplus }
    missing -= count
    switch sink {
    case .none: break
    case .single(var values):
      // The enum must not hold a second reference while the array grows.
      sink = .none
      if header.element == .float16 {
        Self.append(bytes, count, header, to: &values) { Float(Float16(bitPattern: $0)) }
      } else {
        Self.append(bytes, count, header, to: &values) { Float(bitPattern: $0) }
      }
      sink = .single(values)
    case .double(var values):
      sink = .none
      Self.append(bytes, count, header, to: &values) { Double(bitPattern: $0) }
      sink = .double(values)
    case .integers(var values):
      sink = .none
      defer { sink = .integers(values) }
      try Self.appendIntegers(bytes, count, header, to: &values)
    }
  }

  @inline(__always)
  private static func append<Bits: FixedWidthInteger & BitwiseCopyable, Number>(
    _ bytes: RawSpan,
    _ count: Int,
    _ header: NPYHeader,
    to numbers: inout [Number],
    _ number: (Bits) -> Number
  ) {
    let size = MemoryLayout<Bits>.size
    for index in 0..<count {
      let bits = bytes.unsafeLoadUnaligned(fromByteOffset: index * size, as: Bits.self)
      numbers.append(number(header.isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits)))
    }
  }

  private static func appendIntegers(
    _ bytes: RawSpan,
    _ count: Int,
    _ header: NPYHeader,
    to numbers: inout [Int64]
  ) throws(NPYProblem) {
    switch header.element {
    case .signed(1):
      append(bytes, count, header, to: &numbers) { (bits: UInt8) in Int64(Int8(bitPattern: bits)) }
    case .signed(2): append(bytes, count, header, to: &numbers) { (bits: Int16) in Int64(bits) }
    case .signed(4): append(bytes, count, header, to: &numbers) { (bits: Int32) in Int64(bits) }
    case .signed: append(bytes, count, header, to: &numbers) { (bits: Int64) in bits }
    case .unsigned(1): append(bytes, count, header, to: &numbers) { (bits: UInt8) in Int64(bits) }
    case .unsigned(2): append(bytes, count, header, to: &numbers) { (bits: UInt16) in Int64(bits) }
    case .unsigned(4): append(bytes, count, header, to: &numbers) { (bits: UInt32) in Int64(bits) }
    default:
      let start = numbers.count
      append(bytes, count, header, to: &numbers) { (bits: UInt64) in Int64(bitPattern: bits) }
      guard numbers[start...].allSatisfy({ $0 >= 0 }) else {
        throw NPYProblem("holds an integer beyond 9223372036854775807")
      }
    }
  }

  /// Numbers that stand column by column, row by row; as they are for a column length of 0.
  private static func rowMajor<Number>(_ numbers: [Number], columnLength rows: Int) -> [Number] {
    guard rows > 1, numbers.count > rows else { return numbers }
    let columns = numbers.count / rows
    return [Number](unsafeUninitializedCapacity: numbers.count) { buffer, count in
      for row in 0..<rows {
        for column in 0..<columns {
          buffer.initializeElement(at: row * columns + column, to: numbers[column * rows + row])
        }
      }
      count = numbers.count
    }
  }
}
