import Statistics

/// The units that every annotator has an object in, laid out for Fleiss' κ of many resamples of the images.
struct CompleteUnits: Sendable {
  /// The number of units.
  let count: Int
  /// Images with such a unit.
  let support: Int
  private let annotators: Int
  /// Categories that are used in them.
  private let kinds: Int
  /// By category, and behind them the ordered pairs of annotators who differ.
  private let counts: ImageCounts

  init(_ units: PanelUnits) {
    var (count, support, annotators) = (0, 0, 0)
    var positions: [Int32: Int32] = [:]
    var (uses, splits) = ([ImageCounts.Entry](), [ImageCounts.Entry]())
    for (image, units) in units.images.enumerated() {
      let complete = units.compactMap(Self.categories)
      count += complete.count
      support += complete.isEmpty ? 0 : 1
      for unit in complete {
        annotators = unit.count
        for (category, own) in Self.counts(of: unit) {
          let kind = positions[category] ?? Int32(positions.count)
          positions[category] = kind
          uses.append(.init(kind: kind, image: Int32(image), count: Int32(own)))
          splits.append(.init(image: Int32(image), count: Int32(own * (unit.count - own))))
        }
      }
    }
    self.count = count
    self.support = support
    self.annotators = annotators
    kinds = positions.count
    let behind = Int32(positions.count)
    counts = ImageCounts(
      uses + splits.map { .init(kind: behind, image: $0.image, count: $0.count) },
      kinds: positions.count + 1
    )
  }

  /// κ in each resample.
  func kappas(in resamples: Resamples) -> [Measured] {
    guard count > 0 else {
      return Array(
        repeating: .undefined(UndefinedReason("no object was drawn by all")),
        count: resamples.count
      )
    }
    let uses = (0..<kinds).map { counts.total(of: $0, in: resamples) }
    let splits = counts.total(of: kinds, in: resamples)
    return (0..<resamples.count).map { resample in
      FleissSums.kappa(
        annotators: annotators,
        uses: uses.map { $0[resample] },
        disagreeing: splits[resample]
      )
    }
  }

  /// What each annotator called the object; `nil` where one has none, or was not to look.
  private static func categories(of unit: [UnitValue]) -> [Int32]? {
    let codes = unit.compactMap { if case .category(let code) = $0 { code } else { nil } }
    return codes.count == unit.count ? codes : nil
  }

  /// How many said each category, by category.
  private static func counts(of unit: [Int32]) -> [(Int32, Int)] {
    Dictionary(grouping: unit) { $0 }.mapValues(\.count).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
