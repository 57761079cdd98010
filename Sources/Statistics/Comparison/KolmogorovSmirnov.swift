import Glibc

/// The largest difference of two samples' distribution functions, and how probable it is by chance.
///
/// D in 0…1; nil without values on both sides, or with one that is not a number. Ties leave the exact probability too large (conservative).
package struct KolmogorovSmirnov: Equatable, Sendable {
  package let statistic: Double
  /// Sizes of the samples.
  package let sizes: (first: Int, second: Int)
  /// D·n·m, an integer: ties between paths are decided without rounding.
  private let scaled: Int

  package init?(_ first: [Double], _ second: [Double]) {
    guard !first.isEmpty, !second.isEmpty, !(first + second).contains(where: \.isNaN) else {
      return nil
    }
    let (x, y) = (first.sorted(), second.sorted())
    var (i, j, largest) = (0, 0, 0)
    while i < x.count, j < y.count {
      let next = min(x[i], y[j])
      while i < x.count, x[i] == next { i += 1 }
      while j < y.count, y[j] == next { j += 1 }
      largest = max(largest, abs(i * y.count - j * x.count))
    }
    sizes = (x.count, y.count)
    scaled = largest
    statistic = Double(largest) / (Double(x.count) * Double(y.count))
  }

  /// Share of the orders of all values with a difference at least as large, O(n·m).
  ///
  /// Sums of positive terms only, so small probabilities keep their digits.
  package var exactP: Double {
    guard scaled > 0 else { return 1 }
    let (n, m) = sizes
    // outside[j]: probability that a random lattice path to (i, j) has touched the bound.
    var outside = [Double](repeating: 0, count: m + 1)
    for i in 0...n {
      for j in 0...m {
        if abs(i * m - j * n) >= scaled {
          outside[j] = 1
        } else if i == 0 {
          outside[j] = j == 0 ? 0 : outside[j - 1]
        } else if j > 0 {
          let (a, b) = (Double(i), Double(j))
          outside[j] = (a * outside[j] + b * outside[j - 1]) / (a + b)
        }
      }
    }
    return min(1, outside[m])
  }

  /// Kolmogorov's limit 2 Σ (−1)ʲ⁻¹ exp(−2j²t²), t = D√(nm/(n + m)); for samples beyond counting.
  package var limitP: Double {
    let (n, m) = (Double(sizes.first), Double(sizes.second))
    let t = statistic * (n * m / (n + m)).squareRoot()
    guard t > 0.9 else { return t > 0 ? 1 - smallKolmogorov(t) : 1 }
    return 2
      * (1...20).reduce(0.0) { sum, j in
        let term = exp(-2 * Double(j * j) * t * t)
        return j.isMultiple(of: 2) ? sum - term : sum + term
      }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.scaled == right.scaled && left.sizes == right.sizes
  }

  /// The same function by its theta transform, which converges for small t.
  private func smallKolmogorov(_ t: Double) -> Double {
    let sum = (1...20).reduce(0.0) { sum, j in
      let odd = Double(2 * j - 1) * .pi / t
      return sum + exp(-odd * odd / 8)
    }
    return (2 * .pi).squareRoot() / t * sum
  }
}
