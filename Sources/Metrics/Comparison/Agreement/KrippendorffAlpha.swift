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
          an image that both found empty is one unit ∅ ∅; n = units. Of a category: over the units in which \
          anybody used it, so what all called otherwise adds nothing and it lies far below dice
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

  func resampled(_ counts: AgreementCounts) -> [CellStatistic] {
    let whole = counts.whole
    let all = [
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
    return all
      + whole.categories.enumerated().map { position, category in
        CellStatistic(
          id: "alpha",
          slice: context.slice(category),
          n: counts.byCategory[Int(category)].union,
          support: counts.byCategory[Int(category)].images
        ) { sums, resample in
          Self.alpha(of: position, sums, resample)
        }
      }
  }

  /// α of the units in which a side used a category.
  private static func alpha(of position: Int, _ sums: CellSums, _ resample: Int) -> Measured {
    let uses = sums.objects.a[position, resample] + sums.objects.b[position, resample]
    let agreed = sums.agreed[position, resample]
    // A unit that both call so has two uses in it, every other one.
    let units = uses - agreed
    return NominalCoincidences.alpha(
      values: 2 * Int128(units),
      squares: Int128(uses) * Int128(uses) + Int128(sums.metSquares[position, resample]),
      disagreement: Double(2 * (units - agreed))
    )
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
    let empty = emptyImages.rows
    var nextEmpty = 0
    var alphas: [ImageAlpha] = []
    var uses = CategoryUses(largest: rows.reduce(Self.missing) { max($0, $1.a, $1.b) })
    var start = 0
    while start < rows.count {
      let image = rows[start].image
      let end = rows[start...].firstIndex { $0.image != image } ?? rows.count
      while nextEmpty < empty.count, empty[nextEmpty] < image {
        alphas.append(ImageAlpha(image: empty[nextEmpty], value: 1))
        nextEmpty += 1
      }
      alphas.append(ImageAlpha(image: image, value: uses.alpha(rows[start..<end]) ?? 1))
      start = end
    }
    return alphas + empty[nextEmpty...].map { ImageAlpha(image: $0, value: 1) }
  }
}

/// How often each category is used in one image, laid out once for all of them.
private struct CategoryUses {
  /// By category code + 1, the missing object first; all 0 between two images.
  private var counts: [Int]

  /// `largest`: The largest category code.
  init(largest: Int32) {
    counts = [Int](repeating: 0, count: Int(largest) + 2)
  }

  /// α of the cells of one image; `nil` without variation.
  mutating func alpha(_ cells: ArraySlice<CategoryCells.Cell>) -> Double? {
    var unequal = 0
    for cell in cells {
      counts[Int(cell.a) + 1] += Int(cell.count)
      counts[Int(cell.b) + 1] += Int(cell.count)
      if !cell.agrees { unequal += Int(cell.count) }
    }
    var (values, squares): (Int128, Int128) = (0, 0)
    func take(_ category: Int32) {
      let count = Int128(counts[Int(category) + 1])
      values += count
      squares += count * count
      counts[Int(category) + 1] = 0
    }
    for cell in cells {
      take(cell.a)
      take(cell.b)
    }
    return NominalCoincidences.alpha(
      values: values,
      squares: squares,
      disagreement: Double(2 * unequal)
    ).value
  }
}
