package import Annotations
package import Findings
import Statistics

/// How the annotations spread over the images.
package struct ObjectsPerImage: DatasetMetric {
  package static let about = MetricAbout(
    id: "objects-per-image",
    version: 1,
    outputs: [
      .init(
        id: "objects-per-image-mean",
        summary: "mean number of annotations of an image, empty ones included",
        unit: "objects",
        formula: "annotations / images; n = images"
      ),
      .init(
        id: "objects-per-image-median",
        summary: "median number of annotations of an image",
        unit: "objects",
        formula: "type 7 quantile; n = images"
      ),
      .init(
        id: "objects-per-image-max",
        summary: "largest number of annotations of an image",
        unit: "objects",
        formula: "max; n = images"
      ),
    ],
    source: "counts"
  )

  /// How many images have how many annotations.
  package struct State: Mergeable, Codable, Equatable {
    var images: [Int: Int] = [:]

    package mutating func merge(_ other: State) {
      images.merge(other.images, uniquingKeysWith: +)
    }
  }

  package init(_ dataset: Dataset) {}

  package func initial() -> State { State() }

  package func update(_ state: inout State, with slice: Dataset.Slice) {
    for image in slice.images {
      state.images[slice.dataset.annotations(ofImage: image).count, default: 0] += 1
    }
  }

  package func figures(from state: State) -> Figures {
    let counts = state.images.sorted { $0.key < $1.key }
      .flatMap { [Double](repeating: Double($0.key), count: $0.value) }
    let n = counts.count
    let reason = Measured.undefined(UndefinedReason("the data set has no image"))
    let mean = n > 0 ? Measured.value(counts.reduce(0, +) / Double(n)) : reason
    return Figures([
      MetricRecord("objects-per-image-mean", .overall, mean, n: n),
      MetricRecord("objects-per-image-median", .overall, quantile(0.5, ofSorted: counts), n: n),
      MetricRecord(
        "objects-per-image-max",
        .overall,
        counts.last.map(Measured.value) ?? reason,
        n: n
      ),
    ])
  }
}
