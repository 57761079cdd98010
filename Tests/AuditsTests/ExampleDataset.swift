import Annotations
import Formats
import TestSupport

/// Reads small COCO documents for tests, as the program does.
enum ExampleDataset {
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
