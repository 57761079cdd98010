import Annotations
import Embeddings
import Findings
import Formats
import Glibc
import TestSupport

@testable import Audits

/// Sixteen objects on the unit circle: cats at 0° and up, dogs at 90° and up, half a degree apart.
///
/// Object 15 stands among the dogs and is labelled 'cat'.
enum SuspectScene {
  static let angles: [Double] = (0..<8).map { Double($0) / 2 } + (0..<8).map { 90 + Double($0) / 2 }

  static let vectors = VectorTable(
    width: 2,
    values: angles.flatMap { [cos($0 * .pi / 180), sin($0 * .pi / 180)] }
  )

  /// Four objects an image; ids from 1, so that object 15 has id 16 but for `ids`.
  static func items(ids: (Int) -> Int = { $0 + 1 }) async throws -> SuspectItems {
    let images = (1...4).map {
      #"{"id": \#($0), "file_name": "\#($0).jpg", "width": 100, "height": 80}"#
    }
    let annotations = angles.indices.map { item in
      annotation(
        ids(item),
        image: item / 4 + 1,
        category: item < 8 || item == 15 ? 1 : 2,
        box: "\(item % 4 * 20), 5, 10, 10"
      )
    }
    let json = coco(images: images.joined(separator: ","), annotations: annotations)
    return SuspectItems(
      Delivery(
        role: "dataset",
        name: "scene.json",
        format: "coco",
        detected: "",
        result: try await ExampleDataset.read(coco: json)
      )
    )
  }

  static func outcome(
    _ items: SuspectItems,
    verdicts: [String: ReviewVerdict] = [:],
    probabilities: ProbabilityTable? = nil
  ) async -> SuspectRun.Outcome {
    var run = SuspectRun(findingsPerRule: 10, threads: 2)
    run.analysis.k = 4
    run.analysis.fused = [.neighbourVote]
    let source = SuspectRun.Source(name: "vectors.npy", sha256: "00")
    return await run.outcome(
      of: items,
      vectors: (vectors, source),
      probabilities: probabilities.map { ($0, source) },
      verdicts: verdicts
    )
  }
}
