import Annotations
import Findings
import Geometry
import Statistics

/// The units of a panel, cut by the properties by which the objects of two annotators are cut.
///
/// A unit without a value stands in no part.
struct PanelParts {
  private let panel: Panel
  private let units: PanelUnits

  /// `units`: Those of the panel, perhaps without an annotator.
  init(_ panel: Panel, units: PanelUnits) {
    self.panel = panel
    self.units = units
  }

  /// The parts that have units.
  var all: [(label: SliceLabel, units: PanelUnits)] {
    let scenes = texts(\.scenes)
    let splits = texts(\.splits)
    return cutImages(Complexity.self) { Complexity.value(objects: $0.clusters.count) }
      + cutImages(CategoryVariety.self) { CategoryVariety.value(categories: categories(of: $0)) }
      + cutImages(Crowding.self, by: crowding)
      + cut(ObjectSize.self) { image in image.clusters.map(size) }
      + cutImages(Scene.self) { scenes[$0.index] }
      + cutImages(Split.self) { splits[$0.index] }
  }

  private func cutImages(
    _ slicing: any ComparisonSlicing.Type,
    by value: (PanelImage) -> String?
  ) -> [(label: SliceLabel, units: PanelUnits)] {
    cut(slicing) { image in
      // An image that all found empty is one unit too.
      Array(repeating: value(image), count: max(1, image.clusters.count))
    }
  }

  /// `values`: The value of each unit of an image.
  private func cut(
    _ slicing: any ComparisonSlicing.Type,
    by values: (PanelImage) -> [String?]
  ) -> [(label: SliceLabel, units: PanelUnits)] {
    let values = panel.images.map(values)
    let found = Set(values.joined().compactMap { $0 })
    let names = slicing.values.isEmpty ? found.sorted() : slicing.values.filter(found.contains)
    return names.map { name in
      let own = units.filter { image, unit in
        values[image].indices.contains(unit) && values[image][unit] == name
      }
      return (SliceLabel([slicing.key: name]), own)
    }
  }

  private func categories(of image: PanelImage) -> Int {
    var used: Set<Int32> = []
    for value in image.clusters.flatMap(\.values) {
      if case .category(let code) = value { used.insert(code) }
    }
    return used.count
  }

  private func crowding(of image: PanelImage) -> String? {
    guard !image.clusters.isEmpty else { return nil }
    return Crowding.value(
      of: panel.pairing.datasets.indices.map { annotator in
        let boxes = boxes(of: annotator)
        return image.clusters.compactMap { $0.members[annotator] }.map { boxes[$0] }
      }
    )
  }

  /// By the mean area of those who drew it.
  private func size(of cluster: ObjectCluster) -> String? {
    let areas = cluster.members.enumerated().compactMap { annotator, row in
      row.map { boxes(of: annotator)[$0].area }
    }
    guard !areas.isEmpty else { return nil }
    return ObjectSize.value(area: areas.reduce(0, +) / Double(areas.count))
  }

  private func boxes(of annotator: Int) -> [Box] {
    panel.pairing.datasets[annotator].annotations.boxes
  }

  /// A text of each image, the alphabetically first that any data set has.
  private func texts(_ column: (ImageTable) -> [StringCode?]) -> [String?] {
    let datasets = panel.pairing.datasets
    let columns = datasets.map { column($0.images) }
    return panel.pairing.images.map { group in
      group.rows.enumerated().compactMap { annotator, row in
        row.flatMap { columns[annotator][$0] }.map { datasets[annotator].strings[$0] }
      }.min()
    }
  }
}
