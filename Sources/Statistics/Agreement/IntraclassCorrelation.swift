/// Intraclass correlations of n subjects that the same k annotators measured.
///
/// With mean squares between subjects B, between annotators J, within subjects W and residual E. Negative values
/// are possible and not clipped. Undefined for fewer than two subjects or annotators, and where no
/// measurement varies.
///
/// Sources: P. E. Shrout, J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability", 1979;
/// K. O. McGraw, S. P. Wong, "Forming inferences about some intraclass correlation coefficients", 1996.
package struct IntraclassCorrelation: Equatable, Sendable {
  /// Where annotators come from, and what counts as disagreement.
  package enum Model: CaseIterable, Sendable {
    /// ICC(1): other annotators for every subject; (B − W) / (B + (k − 1)W).
    case oneWay
    /// ICC(2) = ICC(A): a constant offset is disagreement; (B − E) / (B + (k − 1)E + k(J − E)/n).
    case agreement
    /// ICC(3) = ICC(C): a constant offset is none; (B − E) / (B + (k − 1)E).
    case consistency
  }

  /// Number of subjects.
  package let n: Int
  /// Number of annotators, k.
  package let annotators: Int
  private let squares: TwoWaySquares?

  /// Complete rows of one measurement per annotator; the caller drops subjects that miss one.
  package init(_ rows: [[Double]]) {
    let annotators = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == annotators }, "every subject has all annotators")
    n = rows.count
    self.annotators = annotators
    squares = rows.count >= 2 && annotators >= 2 ? TwoWaySquares(rows) : nil
  }

  /// Reliability of one annotator's measurement, or of the mean of all k.
  package func value(_ model: Model, ofMean: Bool = false) -> Measured {
    guard let squares else { return .undefined(.tooFewSubjects) }
    let error = squares.error(model)
    let offsets = model == .agreement ? squares.annotators - squares.residual : 0
    let (count, subjects) = (Double(annotators), Double(n))
    let denominator =
      ofMean
      ? squares.subjects + offsets / subjects
      : squares.subjects + (count - 1) * error + count * offsets / subjects
    guard denominator != 0 else { return .undefined(.noVariation) }
    return .value((squares.subjects - error) / denominator)
  }

  /// Tests a correlation of 0 by B/W for `oneWay`, else by B/E.
  ///
  /// Nil where the divisor is 0.
  package func test(_ model: Model) -> VarianceRatioTest? {
    guard let squares, squares.error(model) > 0 else { return nil }
    return VarianceRatioTest(
      ratio: squares.subjects / squares.error(model),
      numerator: n - 1,
      denominator: errorDegrees(model)
    )
  }

  /// Limits that are not clipped to −1…1.
  ///
  /// Nil where there is no residual, or nothing to estimate.
  package func interval(
    _ model: Model,
    ofMean: Bool = false,
    level: Double = 0.95
  ) -> (low: Double, high: Double)? {
    guard let test = test(model), let value = value(model).value else { return nil }
    let count = Double(annotators)
    let tail = (1 - level) / 2
    guard model == .agreement else {
      let degrees = (subjects: Double(n - 1), error: Double(errorDegrees(model)))
      let low = test.ratio / fisherCritical(tail: tail, degrees.subjects, degrees.error)
      let high = test.ratio * fisherCritical(tail: tail, degrees.error, degrees.subjects)
      func limit(_ ratio: Double) -> Double {
        ofMean ? 1 - 1 / ratio : (ratio - 1) / (ratio + count - 1)
      }
      return (limit(low), limit(high))
    }
    guard let limits = agreementLimits(value, tail: tail) else { return nil }
    func limit(_ single: Double) -> Double {
      // Spearman and Brown's formula carries a limit of one over to the mean of k.
      ofMean ? count * single / (1 + (count - 1) * single) : single
    }
    return (limit(limits.low), limit(limits.high))
  }

  /// McGraw and Wong's limits with Satterthwaite's degrees of freedom.
  private func agreementLimits(_ value: Double, tail: Double) -> (low: Double, high: Double)? {
    guard let squares else { return nil }
    let (n, k) = (Double(n), Double(annotators))
    let ratio = squares.annotators / squares.residual
    let rest = n * (1 + (k - 1) * value) - k * value
    let sum = k * value * ratio + rest
    let numerator = (k - 1) * (n - 1) * sum * sum
    let denominator = (n - 1) * k * k * value * value * ratio * ratio + rest * rest
    let degrees = numerator / denominator
    guard degrees.isFinite, degrees > 0 else { return nil }
    let upper = fisherCritical(tail: tail, n - 1, degrees)
    let lower = fisherCritical(tail: tail, degrees, n - 1)
    let noise = k * squares.annotators + (k * n - k - n) * squares.residual
    let (subjects, residual) = (squares.subjects, squares.residual)
    return (
      n * (subjects - upper * residual) / (upper * noise + n * subjects),
      n * (lower * subjects - residual) / (noise + n * lower * subjects)
    )
  }

  private func errorDegrees(_ model: Model) -> Int {
    model == .oneWay ? n * (annotators - 1) : (n - 1) * (annotators - 1)
  }
}

/// Mean squares of a complete two-way layout, from deviations, so a common offset costs no digits.
private struct TwoWaySquares: Equatable {
  let subjects: Double
  let annotators: Double
  let within: Double
  let residual: Double

  init(_ rows: [[Double]]) {
    let (n, k) = (Double(rows.count), Double(rows[0].count))
    // The first value as origin keeps equal values at exactly 0.
    let origin = rows[0][0]
    let shifted = rows.map { row in row.map { $0 - origin } }
    let rowMeans = shifted.map { $0.reduce(0, +) / k }
    let columnMeans = rows[0].indices.map { column in
      shifted.reduce(0) { $0 + $1[column] } / n
    }
    let mean = rowMeans.reduce(0, +) / n
    func sum(_ deviation: (Int, Int) -> Double) -> Double {
      rows.indices.reduce(0) { total, row in
        rows[0].indices.reduce(total) {
          let value = deviation(row, $1)
          return $0 + value * value
        }
      }
    }
    subjects = sum { row, _ in rowMeans[row] - mean } / (n - 1)
    annotators = sum { _, column in columnMeans[column] - mean } / (k - 1)
    within = sum { shifted[$0][$1] - rowMeans[$0] } / (n * (k - 1))
    residual =
      sum { shifted[$0][$1] - rowMeans[$0] - columnMeans[$1] + mean } / ((n - 1) * (k - 1))
  }

  func error(_ model: IntraclassCorrelation.Model) -> Double {
    model == .oneWay ? within : residual
  }
}
