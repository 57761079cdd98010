package import Statistics

/// What several annotators say of every unit, laid out to be summed for many resamples of the images.
package struct PanelUnits: Sendable {
  /// By image: its units.
  let images: [[[UnitValue]]]
  let annotators: Int
  let categories: Int

  package init(_ images: [PanelImage], of pairing: PanelPairing) {
    annotators = pairing.names.count
    categories = pairing.categories.count
    self.images = images.map { image in
      image.units(annotators: pairing.images[image.index].rows.map { $0 != nil })
    }
  }

  private init(_ images: [[[UnitValue]]], like other: PanelUnits) {
    self.images = images
    annotators = other.annotators
    categories = other.categories
  }

  /// The number of images.
  package var imageCount: Int { images.count }

  /// Units with at least two values.
  package var count: Int {
    images.reduce(0) { $0 + $1.count { unit in unit.count { $0 != .unknown } > 1 } }
  }

  /// The units as if an annotator had not taken part; nothing is matched anew.
  package func without(_ annotator: Int) -> PanelUnits {
    PanelUnits(
      images.map { units in
        units.map { unit in
          var unit = unit
          unit[annotator] = .unknown
          return unit
        }
      },
      like: self
    )
  }

  /// The units for which the condition holds, given the image's position and the unit's in it.
  package func filter(_ isIncluded: (_ image: Int, _ unit: Int) -> Bool) -> PanelUnits {
    PanelUnits(
      images.enumerated().map { image, units in
        units.enumerated().filter { isIncluded(image, $0.offset) }.map(\.element)
      },
      like: self
    )
  }

  /// The units in which anybody used a category.
  package func containing(_ category: Int32) -> PanelUnits {
    PanelUnits(
      images.map { $0.filter { $0.contains(.category(category)) } },
      like: self
    )
  }

  /// Sums for α, image by image.
  package var sums: PanelSums { PanelSums(images, categories: categories) }
}

/// What nominal α needs of each image.
package struct PanelSums: Sendable {
  /// One of an image: how often its units use a value, the missing object behind the last category.
  private struct Use {
    var value: Int32
    var count: Int32
  }

  /// An image with a unit of two values.
  private struct Row {
    var image: Int32
    var uses: [Use]
    /// Σ over units of m values of the ordered disagreeing pairs ÷ (m − 1).
    var disagreement: Double
  }

  private let categories: Int
  /// By image; those without such a unit are not there.
  private let rows: [Row]
  private let imageCount: Int

  fileprivate init(_ images: [[[UnitValue]]], categories: Int) {
    self.categories = categories
    imageCount = images.count
    rows = images.enumerated().compactMap { image, units in
      var counts: [Int32: Int32] = [:]
      var sum = 0.0
      for unit in units {
        var own: [Int32: Int] = [:]
        for value in unit {
          switch value {
          case .unknown: continue
          case .missing: own[Int32(categories), default: 0] += 1
          case .category(let code): own[code, default: 0] += 1
          }
        }
        let m = own.values.reduce(0, +)
        guard m > 1 else { continue }
        let equal = own.values.reduce(0) { $0 + $1 * $1 }
        sum += Double(m * m - equal) / Double(m - 1)
        for (value, count) in own { counts[value, default: 0] += Int32(count) }
      }
      guard !counts.isEmpty else { return nil }
      return Row(
        image: Int32(image),
        uses: counts.sorted { $0.key < $1.key }.map { Use(value: $0.key, count: $0.value) },
        disagreement: sum
      )
    }
  }

  /// Images with a unit of two values.
  package var support: Int { rows.count }

  /// α of all units when each image counts as often as `weights` says; once where it is `nil`.
  package func alpha(weights: [Int32]? = nil) -> Measured {
    var totals = [Int](repeating: 0, count: categories + 1)
    var sum = 0.0
    for row in rows {
      let weight = weights.map { $0[Int(row.image)] } ?? 1
      guard weight > 0 else { continue }
      for use in row.uses { totals[Int(use.value)] += Int(use.count) * Int(weight) }
      sum += row.disagreement * Double(weight)
    }
    return NominalCoincidences.alpha(uses: totals, disagreement: sum)
  }

  /// α of each image by itself; 1 where its values do not vary, or where there are none.
  package var imageAlphas: [Double] {
    var alphas = [Double](repeating: 1, count: imageCount)
    for row in rows {
      let alpha = NominalCoincidences.alpha(
        uses: row.uses.map { Int($0.count) },
        disagreement: row.disagreement
      )
      if let value = alpha.value { alphas[Int(row.image)] = value }
    }
    return alphas
  }
}
