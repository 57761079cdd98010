import Findings
import Statistics

/// Krippendorff's α after localisation: a missing object is a rating of its own.
struct KrippendorffAlpha: CategoryReading {
  static let about = MetricAbout(
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

  init(_ context: ComparisonContext) { self.context = context }

  func resampled(_ state: CategoryAgreement.State, _ whole: CellSums) -> [CellStatistic] {
    [
      CellStatistic(
        id: "alpha",
        slice: context.part,
        n: whole.union[0] + whole.emptyImages[0],
        support: whole.images[0],
        value: Self.alpha
      ),
      CellStatistic(
        id: "alpha-image-mean",
        slice: context.part,
        n: whole.images[0],
        support: whole.images[0]
      ) { sums, resample in
        sums.images[resample] > 0
          ? .value(sums.imageAlphas[resample] / Double(sums.images[resample]))
          : .undefined(UndefinedReason("no image was compared"))
      },
    ]
  }

  /// α of units of two values each, from how often each value was used.
  private static func alpha(_ sums: CellSums, _ resample: Int) -> Measured {
    let (union, empty) = (sums.union[resample], sums.emptyImages[resample])
    let missing = sums.categories.count
    let uses = (0...missing).map { position in
      // Both sides say the missing object of an empty image.
      sums.objects.a[position, resample] + sums.objects.b[position, resample]
        + (position == missing ? 2 * empty : 0)
    }
    return NominalCoincidences.alpha(
      uses: uses,
      unequalPairs: union - sums.allAgreed[resample]
    )
  }
}

extension CategoryCells {
  /// α of each image that was compared, by position of the image.
  var imageAlphas: [ImageAlpha] {
    let rows = cells.rows
    var alphas = emptyImages.rows.map { ImageAlpha(image: $0, value: 1) }
    var start = 0
    while start < rows.count {
      var coincidences = NominalCoincidences()
      var end = start
      while end < rows.count, rows[end].image == rows[start].image {
        coincidences.addPair(rows[end].a, rows[end].b, count: Int(rows[end].count))
        end += 1
      }
      alphas.append(ImageAlpha(image: rows[start].image, value: coincidences.alpha.value ?? 1))
      start = end
    }
    return alphas.sorted { $0.image < $1.image }
  }
}
