import Findings
import Statistics

/// Annotators by their error rate, drawn towards the cohort.
///
/// A rate from few objects says little, so it is drawn towards the mean of all annotators by a beta
/// distribution with the mean and the spread that the rates of the cohort have (method of moments).
///
/// Source: G. Casella, "An Introduction to Empirical Bayes Data Analysis", 1985.
struct ErrorRanking: Sendable {
  private let tallies: [Tally]

  /// The objects of one annotator, by image.
  private struct Tally {
    /// Images with any.
    let images: Int
    let n: ImageCounts
    let wrong: ImageCounts

    init(_ judgements: [AnnotatorJudgement]) {
      var (n, wrong) = ([ImageCounts.Entry](), [ImageCounts.Entry]())
      for judgement in judgements {
        if n.last?.image != judgement.image {
          n.append(ImageCounts.Entry(image: judgement.image, count: 0))
          wrong.append(ImageCounts.Entry(image: judgement.image, count: 0))
        }
        n[n.count - 1].count += 1
        if case .right = judgement.outcome { continue }
        wrong[wrong.count - 1].count += 1
      }
      images = n.count
      self.n = ImageCounts(n)
      self.wrong = ImageCounts(wrong)
    }
  }

  init(_ judgements: [[AnnotatorJudgement]]) { tallies = judgements.map(Tally.init) }

  /// Shrunken rate and rank of each annotator.
  func figures(_ names: [String]) -> Figures {
    let counts = counts(in: .none)[0]
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
    let supported = tallies.indices.filter { tallies[$0].images >= ImageBootstrap.minimumImages }
    return Figures(
      records,
      resampled: Resampled(records: supported.flatMap { [2 * $0, 2 * $0 + 1] }) { resamples in
        let rates = self.counts(in: resamples).map(Self.shrunken)
        return supported.flatMap { position in
          rates.map { $0[position] } + rates.map { Self.rank(position, $0) }
        }
      }
    )
  }

  /// In each resample, of each annotator.
  private func counts(in resamples: Resamples) -> [[(n: Int, wrong: Int)]] {
    let totals = tallies.map {
      (n: $0.n.total(in: resamples), wrong: $0.wrong.total(in: resamples))
    }
    return (0..<resamples.count).map { resample in
      totals.map { (n: $0.n[resample], wrong: $0.wrong[resample]) }
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
