import Statistics

/// The units that every annotator has an object in, laid out for Fleiss' κ of many resamples of the images.
struct CompleteUnits: Sendable {
  private struct Row {
    var image: Int32
    var sums: FleissSums
  }

  private let annotators: Int
  /// By image; those without such a unit are not there.
  private let rows: [Row]

  init(_ units: PanelUnits) {
    annotators = units.annotators
    rows = units.images.enumerated().compactMap { image, units in
      let complete = units.compactMap { Self.categories(of: $0) }
      guard let first = complete.first else { return nil }
      var sums = FleissSums(annotators: first.count)
      for unit in complete { sums.addUnit(unit) }
      return Row(image: Int32(image), sums: sums)
    }
  }

  /// Images with such a unit.
  var support: Int { rows.count }

  /// The number of units.
  var count: Int { rows.reduce(0) { $0 + $1.sums.n } }

  /// κ when each image counts as often as `weights` says; once where it is `nil`.
  func kappa(weights: [Int32]?) -> Measured {
    guard !rows.isEmpty else { return .undefined(UndefinedReason("no object was drawn by all")) }
    var total = FleissSums(annotators: annotators)
    for row in rows {
      let weight = weights.map { $0[Int(row.image)] } ?? 1
      if weight > 0 { total.merge(row.sums, times: Int(weight)) }
    }
    return total.kappa
  }

  /// What each annotator called the object; `nil` where one has none.
  private static func categories(of unit: [UnitValue]) -> [Int32]? {
    let codes = unit.compactMap { if case .category(let code) = $0 { code } else { nil } }
    return codes.count == unit.count ? codes : nil
  }
}
