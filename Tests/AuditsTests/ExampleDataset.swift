import Annotations
import Formats
import TestSupport

/// Reads small COCO documents for tests, as the program does.
enum ExampleDataset {
  /// What the reader makes of an example: a Pascal VOC file where it starts as XML, else a COCO document.
  static func read(_ text: String) async throws -> ReadResult {
    guard text.hasPrefix("<") else { return try await read(coco: text) }
    let folder = try TemporaryFolder()
    return try await VOCFormat.read(try folder.write("example.xml", text), threads: 1)
  }

  /// What the reader makes of a COCO document, records that cannot be used included.
  static func read(coco json: String) async throws -> ReadResult {
    let folder = try TemporaryFolder()
    return try await COCOFormat.read(try folder.write("example.json", json), threads: 1)
  }
}

/// The data set of a COCO document.
func dataset(fromCOCO json: String) async throws -> Dataset {
  try await ExampleDataset.read(coco: json).dataset
}
