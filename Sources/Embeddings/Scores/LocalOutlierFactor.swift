/// How much thinner a vector's surroundings are than those of its neighbours (LOF).
///
/// 1 amid equals, above 1 for an outlier. reach(a, b) = max(d(a, b), d(b, its k-th neighbour));
/// density(a) = 1 / (mean reach of a to its neighbours + 10⁻¹⁰); LOF(a) = mean density of the neighbours
/// over density(a). Exactly k neighbours, also where the next one is as near.
///
/// Source: M. M. Breunig et al., "LOF: identifying density-based local outliers", 2000; the summand
/// 10⁻¹⁰ and the count of neighbours as in scikit-learn.
package func localOutlierFactors(_ graph: NeighbourGraph) -> [Double] {
  let densities = (0..<graph.count).map { row -> Double in
    let reaches = zip(graph.neighbours(of: row), graph.distances(of: row)).map { other, distance in
      max(distance, graph.distances[(Int(other) + 1) * graph.k - 1])
    }
    return 1 / (reaches.reduce(0, +) / Double(graph.k) + 1e-10)
  }
  return (0..<graph.count).map { row in
    let sum = graph.neighbours(of: row).reduce(0) { $0 + densities[Int($1)] }
    return sum / Double(graph.k) / densities[row]
  }
}
