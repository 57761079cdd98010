import Findings
import Statistics

/// Annotators by their error rate, drawn towards the cohort.
///
/// A rate from few objects says little, so it is drawn towards the mean of all annotators by a beta
/// distribution with the mean and the spread that the rates of the cohort have (method of moments).
///
/// Source: G. Casella, "An Introduction to Empirical Bayes Data Analysis", 1985.
struct ErrorRanking: Sendable {
  /// By annotator and image: how many objects, and how many of them wrong.
  private let rows: [[Row]]

  private struct Row: Sendable {
    var image: Int32
    var n: Int32
    var wrong: Int32
  }

  init(_ judgements: [[AnnotatorJudgement]]) {
    rows = judgements.map { judgements in
      var rows: [Row] = []
      for judgement in judgements {
        if rows.last?.image != judgement.image {
          rows.append(Row(image: judgement.image, n: 0, wrong: 0))
        }
        rows[rows.count - 1].n += 1
        if case .right = judgement.outcome { continue }
        rows[rows.count - 1].wrong += 1
      }
      return rows
    }
  }

  /// Shrunken rate and rank of each annotator.
  func figures(_ names: [String]) -> Figures {
    let counts = counts(weights: nil)
    let rates = Self.shrunken(counts)
    let reason = Measured.undefined(UndefinedReason("nothing of the annotator could be judged"))
    let records = zip(names, rates).enumerated().flatMap { position, entry in
      let (name, rate) = entry
      let slice = SliceLabel([.annotator: name])
      let rank = Self.rank(position, rates).map(Measured.value) ?? reason
      let n = counts[position].n
      return [
        MetricRecord(
          "annotator-error-rate-shrunken",
          slice,
          rate.map(Measured.value) ?? reason,
          n: n
        ),
        MetricRecord("annotator-rank", slice, rank, n: n),
      ]
    }
    let supported = rows.indices.filter { rows[$0].count >= ImageBootstrap.minimumImages }
    return Figures(
      records,
      resampled: Resampled(records: supported.flatMap { [2 * $0, 2 * $0 + 1] }) { weights in
        let rates = Self.shrunken(self.counts(weights: weights))
        return supported.flatMap { [rates[$0], Self.rank($0, rates)] }
      }
    )
  }

  private func counts(weights: [Int32]?) -> [(n: Int, wrong: Int)] {
    rows.map { rows in
      var (n, wrong) = (0, 0)
      for row in rows {
        let weight = Int(weights.map { $0[Int(row.image)] } ?? 1)
        n += Int(row.n) * weight
        wrong += Int(row.wrong) * weight
      }
      return (n, wrong)
    }
  }

  private static func shrunken(_ counts: [(n: Int, wrong: Int)]) -> [Double?] {
    let known = counts.filter { $0.n > 0 }
    let total = known.reduce(0) { $0 + $1.n }
    guard total > 0 else { return counts.map { _ in nil } }
    let mean = Double(known.reduce(0) { $0 + $1.wrong }) / Double(total)
    let strength = priorStrength(known, mean: mean)
    return counts.map { count in
      guard count.n > 0 else { return nil }
      guard let strength else { return mean }
      return (Double(count.wrong) + strength * mean) / (Double(count.n) + strength)
    }
  }

  /// How many objects the cohort counts for; `nil` where the rates spread no more than chance.
  private static func priorStrength(_ counts: [(n: Int, wrong: Int)], mean: Double) -> Double? {
    let total = counts.reduce(0) { $0 + $1.n }
    guard counts.count > 1, mean > 0, mean < 1 else { return nil }
    let spread =
      counts.reduce(0) { sum, count in
        let rate = Double(count.wrong) / Double(count.n)
        return sum + Double(count.n) * (rate - mean) * (rate - mean)
      } / Double(total)
    // What binomial chance alone gives to the weighted spread.
    let chance = mean * (1 - mean) * Double(counts.count - 1) / Double(total)
    guard spread > chance else { return nil }
    return max(0, mean * (1 - mean) / (spread - chance) - 1)
  }

  /// 1 for the smallest rate; equal rates share the better place.
  private static func rank(_ position: Int, _ rates: [Double?]) -> Double? {
    rates[position].map { own in Double(1 + rates.count { ($0 ?? .infinity) < own }) }
  }
}
