import Formats
import Foundation
import TestSupport
import Testing

@Suite("NumPy array files")
struct ArrayFileTests {
  /// A `.npy` file of version 1 with this header and these bytes.
  private static func npy(_ header: String, _ data: [UInt8], version: UInt8 = 1) -> [UInt8] {
    let text = Array(header.utf8)
    let length = UInt32(text.count)
    let lengthBytes = (0..<(version == 1 ? 2 : 4)).map {
      UInt8(truncatingIfNeeded: length >> (8 * $0))
    }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + lengthBytes + text + data
  }

  private static func header(_ type: String, _ shape: String, fortran: Bool = false) -> String {
    "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }\n"
  }

  private static func bytes<Number>(_ numbers: [Number]) -> [UInt8] {
    numbers.withUnsafeBytes { Array($0) }
  }

  private func read(_ bytes: [UInt8], name: String = "a.npy") throws -> NumberArray {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    return try ArrayFile.read(ArrayFile.Reference(path)).array
  }

  @Test("of every width of number, in both byte orders, read as what they hold")
  func elements() throws {
    let shape = "(2, 2)"
    let wanted = [1, -2.5, 0.125, 3]
    let half: [UInt16] = [0x3C00, 0xC100, 0x3000, 0x4200]
    for (type, data) in [
      ("<f2", Self.bytes(half)), (">f2", Self.bytes(half.map(\.bigEndian))),
      ("<f4", Self.bytes(wanted.map { Float($0) })),
      (">f4", Self.bytes(wanted.map { Float($0).bitPattern.bigEndian })),
      ("<f8", Self.bytes(wanted)), (">f8", Self.bytes(wanted.map(\.bitPattern.bigEndian))),
    ] {
      let array = try read(Self.npy(Self.header(type, shape), data))
      #expect(array.shape == [2, 2], "\(type)")
      #expect(array.doubles == wanted, "\(type)")
    }
    let integers = try read(Self.npy(Self.header(">i2", "(3,)"), [0, 1, 0xFF, 0xFE, 1, 0]))
    #expect(integers.values == .integers([1, -2, 256]))
    let long = try read(Self.npy(Self.header("|u1", "(3,)"), [0, 7, 255], version: 2))
    #expect(long.values == .integers([0, 7, 255]))
  }

  @Test("in Fortran order come out row by row")
  func fortranOrder() throws {
    // Columns (1, 2), (3, 4), (5, 6) of a 2 × 3 array.
    let data = Self.bytes([1, 2, 3, 4, 5, 6] as [Float])
    let array = try read(Self.npy(Self.header("<f4", "(2, 3)", fortran: true), data))
    #expect(array.values == .single([1, 3, 5, 2, 4, 6]))
  }

  @Test(
    "that lie about themselves are refused before memory is asked for",
    arguments: [
      ("(9000000000000, 8)", "needs 288000000000000 bytes; it has at most"),
      ("(4611686018427387904, 8)", "beyond any memory"),
      ("(99999999999999999999, 8)", "not made of whole numbers"),
      ("(2, 2, 2)", "1 or 2 dimensions was expected, found 3"),
      ("()", "1 or 2 dimensions was expected, found 0"),
      ("(-1, 4)", "not made of whole numbers"),
      ("(1, 3)", "bytes behind its array"),
      ("(1, 5)", "needs 20 bytes"),
    ]
  )
  func hostileShapes(shape: String, problem: String) throws {
    let file = Self.npy(Self.header("<f4", shape), Self.bytes([1, 2, 3, 4] as [Float]))
    let error = #expect(throws: FormatError.self) { try read(file) }
    #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
  }

  @Test(
    "of other elements are refused by name",
    arguments: ["|O", "<c8", "<U10", "<f16", "<M8", "f4", ""]
  )
  func otherElements(type: String) throws {
    let file = Self.npy(Self.header(type, "(1,)"), [0, 0, 0, 0])
    let error = #expect(throws: FormatError.self) { try read(file) }
    #expect(error?.description.contains("element type is '\(type)'") == true)
  }

  @Test("that end anywhere are refused, and never trap")
  func truncation() throws {
    let whole = Self.npy(Self.header("<f4", "(1, 3)"), Self.bytes([1, 2, 3] as [Float]))
    #expect(throws: Never.self) { try read(whole) }
    for count in 0..<whole.count {
      #expect(throws: FormatError.self) { try read(Array(whole[..<count])) }
    }
  }

  @Test("with any byte of the header changed are read or refused, and never trap")
  func mutation() throws {
    let whole = Self.npy(Self.header("<f4", "(1, 3)"), Self.bytes([1, 2, 3] as [Float]))
    for index in 0..<whole.count - 12 {
      for byte in [0, 0x28, 0x39, 0x7D, 0xFF] as [UInt8] {
        var damaged = whole
        damaged[index] = byte
        _ = try? read(damaged)
      }
    }
  }

  @Test(
    "in a deflated .npz are found by name (mnist-embeddings)",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func mnist() throws {
    let path = SharedData.data("mnist-embeddings/mnist_test_emb_8d_origorder.npz")
    let vectors = try ArrayFile.read(ArrayFile.Reference("\(path):X")).array
    #expect(vectors.shape == [10000, 8])
    // As NumPy 2.4.6 prints them.
    #expect(vectors.doubles[0..<2].map { Float($0) } == [-0.22474265, -0.3710756])
    let labels = try ArrayFile.read(ArrayFile.Reference("\(path):y")).array
    #expect(labels.shape == [10000])
    guard case .integers(let codes) = labels.values else {
      Issue.record("labels are integers")
      return
    }
    // The first digits of the MNIST test set.
    #expect(codes[0..<8] == [7, 2, 1, 0, 4, 1, 4, 9])
    let error = #expect(throws: FormatError.self) {
      try ArrayFile.read(ArrayFile.Reference(path))
    }
    #expect(error?.description.contains("has the arrays X, y; name one") == true)
  }

  @Test(
    "in a .npz with damage anywhere are refused or read, and never trap",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func damagedZip() throws {
    let path = SharedData.data("mnist-embeddings/mnist_test_emb_8d_origorder.npz")
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let folder = try TemporaryFolder()
    // The directory, the local header of the labels (the last member), and some of their data.
    for index in stride(from: whole.count - 200, to: whole.count, by: 1) {
      var damaged = whole
      damaged[index] ^= 0xFF
      let file = try folder.write("damaged.npz", damaged)
      _ = try? ArrayFile.read(ArrayFile.Reference("\(file):y"))
    }
    var damaged = whole
    damaged[whole.count - 1000] ^= 0x10
    let file = try folder.write("damaged.npz", damaged)
    #expect(throws: FormatError.self) { try ArrayFile.read(ArrayFile.Reference("\(file):y")) }
    for count in stride(from: 0, to: whole.count, by: 9973) {
      let file = try folder.write("short.npz", whole[..<count])
      #expect(throws: FormatError.self) { try ArrayFile.read(ArrayFile.Reference("\(file):y")) }
    }
  }
}
