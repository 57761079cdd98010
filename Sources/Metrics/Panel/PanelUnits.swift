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
  /// By image: how often its units use each value, by value, the missing object behind the last category.
  private let uses: [[ImageCounts.Entry]]
  /// By image: Σ over units of m values of the ordered disagreeing pairs ÷ (m − 1).
  private let disagreement: [Double]

  private let useCounts: ImageCounts
  private let disagreementSums: ImageSums
  /// The number of values that are used.
  private let kinds: Int

  fileprivate init(_ images: [[[UnitValue]]], categories: Int) {
    var (uses, disagreement) = ([[ImageCounts.Entry]](), [Double]())
    for (image, units) in images.enumerated() {
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
      uses.append(
        counts.sorted { $0.key < $1.key }.map {
          ImageCounts.Entry(kind: $0.key, image: Int32(image), count: $0.value)
        }
      )
      disagreement.append(sum)
    }
    self.uses = uses
    self.disagreement = disagreement
    let all = uses.flatMap { $0 }
    // Of a large vocabulary few values are used.
    let used = Set(all.map(\.kind)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, Int32($0)) })
    kinds = used.count
    useCounts = ImageCounts(
      all.map { entry in
        ImageCounts.Entry(
          kind: positions[entry.kind] ?? 0,
          image: entry.image,
          count: entry.count
        )
      },
      kinds: used.count
    )
    let varied = disagreement.indices.filter { disagreement[$0] > 0 }
    disagreementSums = ImageSums(
      images: varied.map { Int32($0) },
      sums: varied.map { disagreement[$0] }
    )
  }

  /// Images with a unit of two values.
  package var support: Int { uses.count { !$0.isEmpty } }

  /// α of all units.
  package var alpha: Measured { alphas(in: .none)[0] }

  /// α of all units in each resample.
  package func alphas(in resamples: Resamples) -> [Measured] {
    let totals = (0..<kinds).map { useCounts.total(of: $0, in: resamples) }
    let disagreement = disagreementSums.total(in: resamples)
    return (0..<resamples.count).map { resample in
      NominalCoincidences.alpha(
        uses: totals.map { $0[resample] },
        disagreement: disagreement[resample]
      )
    }
  }

  /// α of each image by itself; 1 where its values do not vary, or where there are none.
  package var imageAlphas: [Double] {
    uses.indices.map { image in
      NominalCoincidences.alpha(
        uses: uses[image].map { Int($0.count) },
        disagreement: disagreement[image]
      ).value ?? 1
    }
  }
}
