import Findings
import Statistics

/// The numbers of one attribute.
struct AttributeSummary {
  private let pairs: [AttributeAgreement.AttributePair]
  private let slice: SliceLabel
  private let scale: AttributeScale
  /// Agreement, boxes that reach the tier, and their difference.
  let means: ImageMeans

  /// In the order of the columns of `means`.
  static let meanIDs = ["attribute-agreement", "attribute-iou-share", "attribute-minus-iou"]

  private static let tier = 0.75

  /// `declared`: What is said of the attribute; told from the values where it is `nil`.
  init(
    _ pairs: [AttributeAgreement.AttributePair],
    slice: SliceLabel,
    declared: DeclaredScale? = nil
  ) {
    let scale = declared.map(AttributeScale.init) ?? AttributeScale(pairs.flatMap { [$0.a, $0.b] })
    self.pairs = pairs
    self.slice = slice
    self.scale = scale
    func agrees(_ pair: AttributeAgreement.AttributePair) -> Double {
      scale.agrees(pair.a, pair.b) ? 1 : 0
    }
    func reaches(_ pair: AttributeAgreement.AttributePair) -> Double {
      pair.iou >= Self.tier ? 1 : 0
    }
    means = ImageMeans(
      pairs,
      image: { $0.image },
      columns: [agrees, reaches, { agrees($0) - reaches($0) }]
    )
  }

  /// What else is said of the attribute.
  var records: [MetricRecord] {
    switch scale {
    case .nominal, .text: [kappa] + coverage
    case .ordinal: [kappa, weightedKappa] + coverage
    case .numeric: [kappa, weightedKappa, intraclassCorrelation, powersOfTen] + coverage
    }
  }

  private var kappa: MetricRecord {
    let kappa = CohenKappa(table(of: pairs), declaredCategories: names.count)
    return MetricRecord(
      "attribute-kappa",
      slice,
      scale == .text
        ? .undefined(UndefinedReason("free text has no categories")) : kappa.kappa,
      n: kappa.n,
      interval: kappa.interval95.map {
        MetricRecord.Interval(low: $0.low, high: $0.high, method: "asymptotic-95")
      }
    )
  }

  /// Levels beyond which a number is measured rather than graded.
  private static let mostLevels = 50

  private var weightedKappa: MetricRecord {
    let given = graded
    let levels = levels(of: given)
    guard levels.count <= Self.mostLevels else {
      return MetricRecord(
        id: "attribute-kappa-weighted",
        slice: slice,
        outcome: .undefined("more than \(Self.mostLevels) values; see attribute-icc")
      )
    }
    let position = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Int32($0)) })
    var table = ContingencyTable()
    for pair in given { table.add(row: position[pair[0]] ?? 0, column: position[pair[1]] ?? 0) }
    let kappa = WeightedKappa(table, weights: .quadratic, declaredCategories: max(2, levels.count))
    return MetricRecord("attribute-kappa-weighted", slice, kappa.kappa, n: given.count)
  }

  private var intraclassCorrelation: MetricRecord {
    let correlation = IntraclassCorrelation(given)
    return MetricRecord(
      "attribute-icc",
      slice,
      correlation.value(.agreement),
      n: given.count,
      interval: correlation.interval(.agreement).map {
        MetricRecord.Interval(low: $0.low, high: $0.high, method: "f-95")
      }
    )
  }

  /// The grades of both sides, the lowest 0, where both give one; numbers are their own grades.
  private var graded: [[Double]] {
    guard case .ordinal(let grades) = scale else { return given }
    func grade(_ value: ComparedValue) -> Double? {
      value.spelling.flatMap { grades.firstIndex(of: $0) }.map(Double.init)
    }
    return pairs.compactMap { pair in grade(pair.a).flatMap { a in grade(pair.b).map { [a, $0] } } }
  }

  /// All grades that are declared, else the numbers that occur.
  private func levels(of given: [[Double]]) -> [Double] {
    guard case .ordinal(let grades) = scale else { return Set(given.flatMap { $0 }).sorted() }
    return grades.indices.map(Double.init)
  }

  /// The numbers of both sides, where both give one.
  private var given: [[Double]] {
    pairs.compactMap { pair in pair.a.number.flatMap { a in pair.b.number.map { [a, $0] } } }
  }

  private var powersOfTen: MetricRecord {
    let count = pairs.count { AttributeScale.differByPowerOfTen($0.a, $0.b) }
    return MetricRecord("attribute-power-of-ten", slice, count: count, of: pairs.count)
  }

  private var coverage: [MetricRecord] {
    Side.allCases.map { side in
      MetricRecord(
        "attribute-coverage",
        slice.with(.annotator, side.rawValue),
        share: pairs.count { !(side == .a ? $0.a : $0.b).isMissing },
        of: pairs.count,
        undefined: "no matched pair of the same category"
      )
    }
  }

  /// Every value that occurs, sorted.
  private var names: [String] { Set(pairs.flatMap { [$0.a.name, $0.b.name] }).sorted() }

  private func table(of pairs: [AttributeAgreement.AttributePair]) -> ContingencyTable {
    let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    var table = ContingencyTable()
    for pair in pairs {
      table.add(row: position[pair.a.name] ?? 0, column: position[pair.b.name] ?? 0)
    }
    return table
  }
}
