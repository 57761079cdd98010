import Statistics

/// How many of all meetings of two annotators at an object agree in place and category.
///
/// An object of one annotator could be met by each of the others who looked; it is where that one has an
/// object of the same category in the cluster. For two annotators this is their dice; for more it is the dice
/// of all pairs, each by the number of its objects.
struct PanelDice: Sendable {
  private struct Row {
    var image: Int32
    /// Ordered pairs of annotators who both drew it alike.
    var agreed = 0
    /// Ordered pairs of an object and another annotator who looked.
    var possible = 0
    /// Objects that somebody else looked for too.
    var objects = 0

    mutating func add(_ count: Int, of annotators: Int) {
      agreed += count * (count - 1)
      possible += count * (annotators - 1)
      objects += count
    }
  }

  private var rows: [Row] = []

  /// Images with such an object.
  var support: Int { rows.count }

  /// The number of objects.
  var n: Int { rows.reduce(0) { $0 + $1.objects } }

  /// Dice when each image counts as often as `weights` says; once where it is `nil`.
  func dice(weights: [Int32]?) -> Measured {
    var (agreed, possible) = (0, 0)
    for row in rows {
      let weight = Int(weights.map { $0[Int(row.image)] } ?? 1)
      agreed += row.agreed * weight
      possible += row.possible * weight
    }
    guard possible > 0 else { return .undefined(UndefinedReason("nobody has an object")) }
    return .value(Double(agreed) / Double(possible))
  }

  /// Of all objects, and of each category that was used, by code.
  static func all(of units: PanelUnits) -> (overall: PanelDice, byCategory: [Int32: PanelDice]) {
    var overall = PanelDice()
    var byCategory: [Int32: PanelDice] = [:]
    for (image, units) in units.images.enumerated() {
      for unit in units {
        let annotators = unit.count { $0 != .unknown }
        guard annotators > 1 else { continue }
        for (category, count) in Self.counts(of: unit) {
          overall.add(count, of: annotators, image: Int32(image))
          byCategory[category, default: PanelDice()]
            .add(count, of: annotators, image: Int32(image))
        }
      }
    }
    return (overall, byCategory)
  }

  private static func counts(of unit: [UnitValue]) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for case .category(let code) in unit { counts[code, default: 0] += 1 }
    return counts
  }

  private mutating func add(_ count: Int, of annotators: Int, image: Int32) {
    if rows.last?.image != image { rows.append(Row(image: image)) }
    rows[rows.count - 1].add(count, of: annotators)
  }
}
