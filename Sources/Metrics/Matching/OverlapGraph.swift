/// The pairs of an image that may be matched, in connected components.
struct OverlapGraph: Sendable {
  /// An admissible pair: positions among the objects of the two sides.
  struct Edge: Hashable, Sendable {
    var a: Int
    var b: Int
    var iou: Double
  }

  /// More than two objects that hang together through admissible pairs.
  struct Component: Sendable {
    /// By (a, b).
    var edges: [Edge]
  }

  /// The pairs of an image, taken apart into those that do not depend on each other.
  struct Components: Sendable {
    /// Components of one pair: neither of its objects has another partner.
    var lone: [Edge]
    /// All others, in the order of their first edge.
    var knots: [Component]
  }

  /// All admissible pairs, by (a, b).
  let edges: [Edge]
  private let counts: Sides<Int>

  /// `similarity`: Of an object of A and one of B, by their positions.
  init(counts: Sides<Int>, minimum: Double, similarity: (Int, Int) -> Double) {
    var edges: [Edge] = []
    for a in 0..<counts.a {
      for b in 0..<counts.b {
        let value = similarity(a, b)
        if value >= minimum && value > 0 { edges.append(Edge(a: a, b: b, iou: value)) }
      }
    }
    self.init(edges: edges, counts: counts)
  }

  /// `similarity`: Of an object of A and one of B, by their positions; below `minimum` for all but the candidates.
  init(
    counts: Sides<Int>,
    minimum: Double,
    candidates: BoxCandidates,
    similarity: (Int, Int) -> Double
  ) {
    var edges: [Edge] = []
    for a in 0..<counts.a {
      let start = edges.count
      for b in candidates[a] {
        let value = similarity(a, b)
        if value >= minimum && value > 0 { edges.append(Edge(a: a, b: b, iou: value)) }
      }
      if edges.count > start + 1 { edges[start...].sort { $0.b < $1.b } }
    }
    self.init(edges: edges, counts: counts)
  }

  private init(edges: [Edge], counts: Sides<Int>) {
    self.edges = edges
    self.counts = counts
  }

  /// The graph of some of the pairs.
  func filtered(_ isKept: (Edge) -> Bool) -> OverlapGraph {
    OverlapGraph(edges: edges.filter(isKept), counts: counts)
  }

  var components: Components {
    var partners = Sides(
      a: [Int32](repeating: 0, count: counts.a),
      b: [Int32](repeating: 0, count: counts.b)
    )
    for edge in edges {
      partners.a[edge.a] += 1
      partners.b[edge.b] += 1
    }
    func isLone(_ edge: Edge) -> Bool { partners.a[edge.a] == 1 && partners.b[edge.b] == 1 }
    guard !edges.allSatisfy(isLone) else { return Components(lone: edges, knots: []) }
    return Components(
      lone: edges.filter(isLone),
      knots: Self.knots(edges.filter { !isLone($0) }, counts.a, counts.b)
    )
  }

  /// Union–find over the objects of both sides; components in the order of their first edge.
  private static func knots(_ edges: [Edge], _ countA: Int, _ countB: Int) -> [Component] {
    var parent = Array(0..<countA + countB)
    func root(of node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for edge in edges {
      let (a, b) = (root(of: edge.a), root(of: countA + edge.b))
      parent[max(a, b)] = min(a, b)
    }

    var position = [Int?](repeating: nil, count: countA)
    var components: [Component] = []
    for edge in edges {
      // The root is the smallest node, and every component holds a node of side A.
      let key = root(of: edge.a)
      if let known = position[key] {
        components[known].edges.append(edge)
      } else {
        position[key] = components.count
        components.append(Component(edges: [edge]))
      }
    }
    return components
  }
}
