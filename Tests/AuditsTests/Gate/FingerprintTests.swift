import Audits
import Findings
import Formats
import Foundation
import Statistics
import TestSupport
import Testing

@Suite("The fingerprint of a finding")
struct FingerprintTests {
  /// Everything of which all but one are reported, so that the file's order decides which.
  private static var grouped: [String: Any] {
    [
      "images": [
        ["id": 1, "file_name": "a.jpg", "width": 100, "height": 80],
        ["id": 1, "file_name": "b.jpg", "width": 100, "height": 80],
        ["id": 3, "file_name": "c.jpg", "width": 100, "height": 80],
      ],
      "categories": [
        ["id": 1, "name": "cat"], ["id": 2, "name": "dog"], ["id": 6, "name": "cow"],
        ["id": 6, "name": "pig"],
        ["id": 4, "name": "Cat "], ["id": 5, "name": "CAT"],
      ],
      "annotations": [
        ["id": 1, "image_id": 3, "category_id": 1, "bbox": [10, 10, 20, 30]],
        ["id": 2, "image_id": 3, "category_id": 2, "bbox": [10, 10, 20, 30]],
        ["id": 3, "image_id": 3, "category_id": 4, "bbox": [10, 10, 20, 30]],
        ["id": 7, "image_id": 3, "category_id": 1, "bbox": [50, 10, 20, 30]],
        ["id": 7, "image_id": 3, "category_id": 2, "bbox": [60, 10, 20, 30]],
        ["id": 7, "image_id": 1, "category_id": 5, "bbox": [70, 10, 20, 30]],
        ["id": 8, "image_id": 3, "category_id": 1, "bbox": [50, 10]],
      ],
    ]
  }

  private func fingerprints(_ document: [String: Any]) async throws -> [String] {
    let folder = try TemporaryFolder()
    let bytes = try JSONSerialization.data(withJSONObject: document)
    let result = try await COCOFormat.read(try folder.write("a.json", bytes), threads: 1)
    return await RuleRun(threads: 1).findings(in: [result]).items.map {
      "\($0.rule) \($0.fingerprint)"
    }.sorted()
  }

  @Test("does not depend on which record of a group stands first", arguments: 1...5)
  func order(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var document = Self.grouped
    for key in ["categories", "annotations"] {
      document[key] = try #require(document[key] as? [Any]).shuffled(using: &generator)
    }
    let found = try await fingerprints(document)
    #expect(try await fingerprints(Self.grouped) == found)
    for rule in [
      "duplicate-annotation-id", "duplicate-image-id", "duplicate-category-id",
      "duplicate-category-name", "same-box-two-categories", "unusable-record",
    ] {
      #expect(found.contains { $0.hasPrefix(rule + " ") }, "\(rule)")
    }
  }

  @Test("tells two images, two categories, two boxes and two subjects apart")
  func distinct() {
    func finding(
      _ image: String?,
      _ category: String?,
      _ box: [Double]?,
      _ message: String = ""
    ) -> String {
      Finding(
        rule: "r",
        severity: .error,
        image: image,
        category: category,
        box: box,
        message: message
      ).fingerprint
    }
    let all = [
      finding("a", "c", [1, 2, 3, 4]), finding("b", "c", [1, 2, 3, 4]),
      finding("a", "d", [1, 2, 3, 4]), finding("a", "c", [1, 2, 3, 5]), finding("a", "c", nil),
      finding(nil, nil, nil, "one"), finding(nil, nil, nil, "two"),
    ]
    #expect(Set(all).count == all.count)
    // Numbers in a message are ids and places, which the next export has anew.
    #expect(finding(nil, nil, nil, "id 7 at /a/3") == finding(nil, nil, nil, "id 12 at /a/40"))
  }
}
