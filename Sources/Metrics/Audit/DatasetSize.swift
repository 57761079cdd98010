package import Annotations
package import Findings
import Statistics

/// How many images and annotations a data set holds, by category.
package struct DatasetSize: DatasetMetric {
  package static let about = MetricAbout(
    id: "dataset-size",
    version: 1,
    outputs: [
      .init(
        id: "images",
        summary: "images that the data set declares",
        unit: "images",
        formula: "n = images"
      ),
      .init(
        id: "annotations",
        summary: "annotations of declared images; of a category, its share of them",
        unit: "objects",
        formula: "n = annotations of declared images"
      ),
      .init(
        id: "annotations-crowd",
        summary: "annotations that stand for a crowd",
        unit: "objects",
        formula: "COCO iscrowd = 1; n = annotations of declared images"
      ),
    ],
    source: "counts"
  )

  package struct State: Mergeable, Codable, Equatable {
    var images = 0
    var annotations = 0
    var crowds = 0
    /// By row of the category table.
    var byCategory: [Int]

    package mutating func merge(_ other: State) {
      images += other.images
      annotations += other.annotations
      crowds += other.crowds
      for index in byCategory.indices { byCategory[index] += other.byCategory[index] }
    }
  }

  private let names: [String]

  package init(_ dataset: Dataset) { names = dataset.categories.names }

  package func initial() -> State { State(byCategory: [Int](repeating: 0, count: names.count)) }

  package func update(_ state: inout State, with slice: Dataset.Slice) {
    let table = slice.dataset.annotations
    state.images += slice.images.count
    state.annotations += slice.annotations.count
    for row in slice.annotations {
      if table.flags[row].contains(.crowd) { state.crowds += 1 }
      let category = table.categories[row]
      if category != AnnotationTable.noCategory { state.byCategory[Int(category)] += 1 }
    }
  }

  package func figures(from state: State) -> Figures {
    let n = state.annotations
    // Categories of the same name count together, as they do wherever categories go by name.
    var counts: [String: Int] = [:]
    for (name, count) in zip(names, state.byCategory) { counts[name, default: 0] += count }
    let records = [
      MetricRecord("images", .overall, count: state.images, of: state.images),
      MetricRecord("annotations", .overall, count: n, of: n),
      MetricRecord("annotations-crowd", .overall, count: state.crowds, of: n),
    ]
    return Figures(
      records
        + counts.sorted { $0.key < $1.key }.map {
          MetricRecord("annotations", SliceLabel([.category: $0.key]), count: $0.value, of: n)
        }
    )
  }
}
