import Annotations
import Audits
import Findings
import Formats
import Geometry
import TestSupport
import Testing

/// Every format of the catalog, damaged at every byte, and audited.
@Suite("Damaged files")
struct DamageTests {
  @Test("every format that can be read has a sample, which is read as that format")
  func samples() async throws {
    let sampled = FormatSample.all.map(\.description).sorted()
    let readable = FormatCatalog.all.map { $0.id }.sorted()
    #expect(sampled == readable)
    for sample in FormatSample.all {
      let folder = try TemporaryFolder()
      let detection = try FormatCatalog.detect(sample.write(sample.files[0].bytes, in: folder))
      #expect(detection.format.id == sample.description)
      let result = try await detection.format.read(detection.path, threads: 1)
      #expect(result.dataset.annotations.count > 0)
    }
  }

  @Test(
    "cut after any byte, each is refused or read, and never ends the program",
    arguments: FormatSample.all
  )
  func truncated(sample: FormatSample) async throws {
    let folder = try TemporaryFolder()
    let bytes = sample.files[0].bytes
    for count in bytes.indices {
      _ = try await read(sample, Array(bytes[..<count]), in: folder)
    }
  }

  @Test(
    "with a bit of any byte changed, each is refused or audited with every rule, all with finite places",
    arguments: FormatSample.all
  )
  func changed(sample: FormatSample) async throws {
    let folder = try TemporaryFolder()
    for index in sample.files[0].bytes.indices {
      var bytes = sample.files[0].bytes
      bytes[index] ^= 1 << UInt8(index % 8)
      guard let result = try await read(sample, bytes, in: folder) else { continue }
      let found = await RuleRun(findingsPerRule: 5, threads: 1).findings(in: [result])
      let lines = found.items.compactMap { $0.place?.line }
      #expect(lines.min() ?? 1 >= 1)
    }
  }

  /// What is read of a damaged sample, or `nil` where it is refused, with a message.
  private func read(
    _ sample: FormatSample,
    _ bytes: [UInt8],
    in folder: TemporaryFolder
  ) async throws -> ReadResult? {
    let path = try sample.write(bytes, in: folder)
    do throws(FormatError) {
      let detection = try FormatCatalog.detect(path)
      let result = try await detection.format.read(detection.path, threads: 1)
      for box in result.dataset.annotations.boxes {
        let sum = box.x + box.y + box.width + box.height
        #expect(sum.isFinite)
      }
      return result
    } catch {
      #expect(!error.description.isEmpty)
      return nil
    }
  }
}
