import Glibc
import Statistics

/// How typical each vector is of all of them, by the mean distance of its neighbours.
///
/// score = exp(−mean distance / scale), with the median of the mean distances as scale; 1 is typical. It
/// is relative to the data: about half of clean data score above exp(−1).
///
/// Source: J. Kuan, J. Mueller, "Back to the basics: revisiting out-of-distribution detection baselines",
/// 2022, with the guards of cleanlab 2.9.
package struct OutOfDistribution: Sendable {
  /// By row: mean distance of the neighbours.
  package let meanDistances: [Double]
  package let scale: Double
  /// By row, in 0...1.
  package let scores: [Double]

  /// Smaller scales are those of vectors that are all equal.
  private static let smallestScale = 1e-6

  /// - Precondition: The graph has a row.
  package init(_ graph: NeighbourGraph, distance: VectorDistance) {
    let epsilon = Double.ulpOfOne
    let means = (0..<graph.count).map(graph.meanDistance)
    let middle = median(ofSorted: means.sorted()).value ?? 0
    let scale = max(middle, 100 * epsilon)
    // What is as near as rounding allows is no outlier, however small the scale.
    let tolerance =
      switch distance {
      case .cosine: 50 * epsilon
      case .l2: graph.count > 100 ? (100 * epsilon).squareRoot() : 50 * epsilon
      }
    meanDistances = means
    self.scale = scale
    scores = means.map { $0 < tolerance ? 1 : exp(-$0 / max(scale, Self.smallestScale)) }
  }
}
