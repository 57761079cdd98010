package import Findings
import Statistics

/// Krippendorff's α after localisation: a missing object is a rating of its own.
package struct KrippendorffAlpha: CategoryCellMetric {
  package static let about = MetricAbout(
    id: "krippendorff-alpha",
    version: 1,
    outputs: [
      .init(
        id: "alpha",
        summary: "agreement beyond chance on place and category together",
        unit: "",
        formula: """
          1 − D_o / D_e, nominal; unit = matched or single object, a missing object has the category ∅, \
          an image that both found empty is one unit ∅ ∅; n = units
          """
      ),
      .init(
        id: "alpha-image-mean",
        summary: "α of each image, averaged",
        unit: "",
        formula: "images without variation count 1, empty images included; n = images"
      ),
    ],
    source: "K. Krippendorff, 2011; D. Tschirschwitz et al., 2022 (after localisation)"
  )

  private let context: ComparisonContext

  package init(_ context: ComparisonContext) { self.context = context }

  package func records(from state: CategoryCells, bootstrap: ImageBootstrap) async -> [MetricRecord]
  {
    let images = Self.byImage(state)
    let alphas = images.map {
      Self.coincidences($0.cells, emptyImages: $0.isEmpty ? 1 : 0).alpha.value ?? 1
    }
    let all = Self.coincidences(state.cells.rows[...], emptyImages: state.emptyImages.rows.count)
    let units = state.cells.rows.reduce(state.emptyImages.rows.count) { $0 + Int($1.count) }

    let intervals = await bootstrap.intervals(
      images: context.imageCount,
      support: [images.count, images.count]
    ) { weights in
      [Self.alpha(of: state, weights).value, Self.mean(alphas, images.map { weights[$0.index] })]
    }
    return [
      MetricRecord(
        "alpha",
        .overall,
        all.alpha,
        n: units,
        interval: intervals.first ?? nil
      ),
      MetricRecord(
        "alpha-image-mean",
        .overall,
        Self.mean(alphas, alphas.map { _ in 1 }).map(Measured.value)
          ?? .undefined(UndefinedReason("no image was compared")),
        n: images.count,
        interval: intervals.last ?? nil
      ),
    ]
  }

  /// The cells of each image that was compared, by position of the image.
  private static func byImage(
    _ state: CategoryCells
  ) -> [(index: Int, cells: ArraySlice<CategoryCells.Cell>, isEmpty: Bool)] {
    let rows = state.cells.rows
    var images: [(index: Int, cells: ArraySlice<CategoryCells.Cell>, isEmpty: Bool)] =
      state.emptyImages.rows.map { (Int($0), [], true) }
    var start = 0
    while start < rows.count {
      let end = rows[start...].firstIndex { $0.image != rows[start].image } ?? rows.count
      images.append((Int(rows[start].image), rows[start..<end], false))
      start = end
    }
    return images.sorted { $0.index < $1.index }
  }

  private static func coincidences(
    _ cells: ArraySlice<CategoryCells.Cell>,
    emptyImages: Int
  ) -> NominalCoincidences {
    var coincidences = NominalCoincidences()
    for cell in cells { coincidences.addPair(cell.a, cell.b, count: Int(cell.count)) }
    if emptyImages > 0 {
      coincidences.addPair(CategoryCells.missing, CategoryCells.missing, count: emptyImages)
    }
    return coincidences
  }

  private static func alpha(of state: CategoryCells, _ weights: [Int32]) -> Measured {
    var coincidences = NominalCoincidences()
    for cell in state.cells.rows {
      let weight = Int(weights[Int(cell.image)])
      if weight > 0 { coincidences.addPair(cell.a, cell.b, count: Int(cell.count) * weight) }
    }
    let empty = state.emptyImages.rows.reduce(0) { $0 + Int(weights[Int($1)]) }
    if empty > 0 {
      coincidences.addPair(CategoryCells.missing, CategoryCells.missing, count: empty)
    }
    return coincidences.alpha
  }

  private static func mean(_ values: [Double], _ weights: [Int32]) -> Double? {
    let total = weights.reduce(0) { $0 + Int($1) }
    guard total > 0 else { return nil }
    return zip(values, weights).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(total)
  }
}
