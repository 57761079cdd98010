import Statistics

/// How many of all meetings of two annotators at an object agree in place and category.
///
/// An object of one annotator could be met by each of the others who looked; it is where that one has an
/// object of the same category in the cluster. For two annotators this is their dice; for more it is the dice
/// of all pairs, each by the number of its objects.
struct PanelDice: Sendable {
  /// Objects that somebody else looked for too.
  let n: Int
  /// Images with such an object.
  let support: Int
  private let counts: ImageCounts

  private enum Kind {
    /// Ordered pairs of annotators who both drew it alike.
    static let agreed = 0
    /// Ordered pairs of an object and another annotator who looked.
    static let possible = 1
  }

  private init(_ draft: Draft) {
    n = draft.objects
    support = draft.support
    counts = ImageCounts(draft.entries, kinds: 2)
  }

  /// Dice in each resample.
  func values(in resamples: Resamples) -> [Measured] {
    let agreed = counts.total(of: Kind.agreed, in: resamples)
    let possible = counts.total(of: Kind.possible, in: resamples)
    return (0..<resamples.count).map { resample in
      possible[resample] > 0
        ? .value(Double(agreed[resample]) / Double(possible[resample]))
        : .undefined(UndefinedReason("nobody has an object"))
    }
  }

  /// Of all objects, and of each category that was used, by code.
  static func all(of units: PanelUnits) -> (overall: PanelDice, byCategory: [Int32: PanelDice]) {
    var overall = Draft()
    var byCategory: [Int32: Draft] = [:]
    for (image, units) in units.images.enumerated() {
      for unit in units {
        let annotators = unit.count { $0 != .unknown }
        guard annotators > 1 else { continue }
        for (category, count) in counts(of: unit) {
          overall.add(count, of: annotators, image: Int32(image))
          byCategory[category, default: Draft()].add(count, of: annotators, image: Int32(image))
        }
      }
    }
    return (PanelDice(overall), byCategory.mapValues(PanelDice.init))
  }

  private static func counts(of unit: [UnitValue]) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for case .category(let code) in unit { counts[code, default: 0] += 1 }
    return counts
  }

  private struct Draft {
    var entries: [ImageCounts.Entry] = []
    var objects = 0
    var support = 0
    private var lastImage: Int32 = -1

    /// Objects of one category in one unit, of the annotators who looked.
    mutating func add(_ count: Int, of annotators: Int, image: Int32) {
      let agreed = count * (count - 1)
      let possible = count * (annotators - 1)
      entries.append(.init(kind: Int32(Kind.agreed), image: image, count: Int32(agreed)))
      entries.append(.init(kind: Int32(Kind.possible), image: image, count: Int32(possible)))
      objects += count
      if image != lastImage { support += 1 }
      lastImage = image
    }
  }
}
