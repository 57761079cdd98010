import Glibc

/// Probabilities of a family of tests, adjusted so each may be compared with one level.
///
/// In the order given, clipped at 1. Adjusted values of a family of m tests.
package enum MultipleTesting: CaseIterable, Sendable {
  /// False discovery rate, independent or positively dependent tests (Benjamini & Hochberg 1995).
  case benjaminiHochberg
  /// False discovery rate under any dependence (Benjamini & Yekutieli 2001).
  case benjaminiYekutieli
  /// Family-wise error, step-down (Holm 1979).
  case holm
  /// Family-wise error: m·p.
  case bonferroni
  /// Family-wise error of independent tests: 1 − (1 − p)ᵐ (Šidák 1967).
  case sidak

  package func adjusted(_ probabilities: [Double]) -> [Double] {
    precondition(probabilities.allSatisfy { 0...1 ~= $0 }, "a probability lies in 0...1")
    let m = Double(probabilities.count)
    switch self {
    case .bonferroni: return probabilities.map { min(1, $0 * m) }
    case .sidak: return probabilities.map { $0 < 1 ? -expm1(m * log1p(-$0)) : 1 }
    case .benjaminiHochberg: return stepped(probabilities, fromLargest: true) { m / $0 }
    case .benjaminiYekutieli:
      let harmonic = (1...max(1, probabilities.count)).reduce(0) { $0 + 1 / Double($1) }
      return stepped(probabilities, fromLargest: true) { harmonic * m / $0 }
    case .holm: return stepped(probabilities, fromLargest: false) { m - $0 + 1 }
    }
  }

  /// Multiplies by rank (1 = smallest) and makes the result monotone, from one end.
  private func stepped(
    _ probabilities: [Double],
    fromLargest: Bool,
    factor: (_ rank: Double) -> Double
  ) -> [Double] {
    let order = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    var result = probabilities
    var bound = fromLargest ? 1.0 : 0
    for position in fromLargest ? Array(order.indices.reversed()) : Array(order.indices) {
      let scaled = min(1, probabilities[order[position]] * factor(Double(position + 1)))
      bound = fromLargest ? min(bound, scaled) : max(bound, scaled)
      result[order[position]] = bound
    }
    return result
  }
}
