import Annotations
import Geometry
import Statistics

/// One-to-one matching of two annotators' objects.
///
/// A pair is admissible from similarity ≥ τ on. Optimal methods are solved exactly, per connected
/// component of the admissible pairs. Components are solved in an order of their objects that depends on
/// the objects alone, so that neither the order of the records nor that of the sides changes a result.
package struct ImageMatcher: Sendable {
  package let pairing: DatasetPairing
  package let options: MatchingOptions

  package init(pairing: DatasetPairing, options: MatchingOptions) {
    self.pairing = pairing
    self.options = options
  }

  /// Matches the objects of some images of the pairing.
  package func match(imagesAt indices: Range<Int>) -> ComparedImages {
    var images = ComparedImages()
    for index in indices { match(imageAt: index, into: &images) }
    return images
  }

  /// - Complexity: O(n_A·n_B) for the overlaps, and O(k³) for each component of k objects.
  private func match(imageAt index: Int, into images: inout ComparedImages) {
    let objects = objects(ofImageAt: index)
    let shapes = shapes(of: objects, size: size(ofImageAt: index))
    let graph = graph(objects, shapes)
    let knots = graph.components
    let edges = matching(graph, knots, objects)

    images.open(index)
    for pair in pairs(edges, objects, image: Int32(index)) { images.append(pair) }
    var aside = AsideCounts()
    aside.regions = objects.map { Int32($0.regions.count) }
    aside.uncategorised = objects.map { Int32($0.uncategorised) }
    aside.shapeless = shapes?.map { Int32($0.missing) } ?? aside.shapeless
    aside.agnosticMismatches = Int32(agnosticMismatches(knots, objects))
    for side in Side.allCases {
      let free = free(side, edges, count: objects[side].singles.count)
      let (absorbed, unmatched) = leftOver(free, on: side, objects, shapes?[side], index)
      aside.absorbed[side] = absorbed
      for object in unmatched { images.append(object, on: side) }
    }
    images.setAside(aside)
  }

  private func objects(ofImageAt index: Int) -> Sides<ImageObjects> {
    let codes = pairing.categoryCodes
    return Sides(
      a: ImageObjects(
        of: pairing.images[index].a,
        in: pairing.a,
        codes: codes.a,
        options: options
      ),
      b: ImageObjects(
        of: pairing.images[index].b,
        in: pairing.b,
        codes: codes.b,
        options: options
      )
    )
  }

  /// What is compared, or `nil` where that is the objects' boxes as they stand.
  private func shapes(of objects: Sides<ImageObjects>, size: ImageSize?) -> Sides<ObjectShapes>? {
    guard !options.comparesPlainBoxes else { return nil }
    return Sides(
      a: ObjectShapes(objects.a.singles, of: pairing.a, size: size, options: options),
      b: ObjectShapes(objects.b.singles, of: pairing.b, size: size, options: options)
    )
  }

  private func graph(
    _ objects: Sides<ImageObjects>,
    _ shapes: Sides<ObjectShapes>?
  ) -> OverlapGraph {
    let (a, b) = (objects.a.singles, objects.b.singles)
    let counts = Sides(a: a.count, b: b.count)
    guard let shapes else {
      return OverlapGraph(counts: counts, minimum: options.minimumIoU) {
        a[$0].box.iou(with: b[$1].box, convention: options.convention)
      }
    }
    return OverlapGraph(counts: counts, minimum: options.minimumIoU) {
      options.similarity(of: shapes.a.shapes[$0], shapes.b.shapes[$1])
    }
  }

  private func matching(
    _ graph: OverlapGraph,
    _ components: OverlapGraph.Components,
    _ objects: Sides<ImageObjects>
  ) -> [OverlapGraph.Edge] {
    switch options.method {
    case .classPreferred, .kAlpha:
      return optimal(components, objects, categoryBonus: options.categoryBonus)
    case .twoStage:
      let first = optimal(
        graph.filtered { isSameCategory($0, objects) }.components,
        objects,
        categoryBonus: 0
      )
      let taken = Sides(a: Set(first.map(\.a)), b: Set(first.map(\.b)))
      let rest = graph.filtered { !taken.a.contains($0.a) && !taken.b.contains($0.b) }
      return first + optimal(rest.components, objects, categoryBonus: 0)
    case .greedy:
      return PredictionMatching(objects.map(\.singles))?.matching(graph)
        ?? greedy(graph) { edge in (0, edge.iou) }
    case .kalos:
      return greedy(graph) { edge in
        (0, edge.iou + (isSameCategory(edge, objects) ? options.categoryBonus : 0))
      }
    }
  }

  /// The matching with the largest Σ (similarity + bonus·[same category]).
  private func optimal(
    _ components: OverlapGraph.Components,
    _ objects: Sides<ImageObjects>,
    categoryBonus: Double
  ) -> [OverlapGraph.Edge] {
    guard !components.knots.isEmpty else { return components.lone }
    return components.lone
      + components.knots.flatMap { knot in
        ComponentSolver(
          knot,
          objects.map(\.singles),
          of: pairing,
          categoryBonus: categoryBonus
        ).matching()
      }
  }

  /// Category mismatches of the matching without regard to categories.
  private func agnosticMismatches(
    _ components: OverlapGraph.Components,
    _ objects: Sides<ImageObjects>
  ) -> Int {
    // Where all pairs agree, no choice among them gives a mismatch.
    let doubtful = components.knots.filter { knot in
      knot.edges.contains { !isSameCategory($0, objects) }
    }
    let chosen = optimal(
      OverlapGraph.Components(lone: components.lone, knots: doubtful),
      objects,
      categoryBonus: 0
    )
    return chosen.count { !isSameCategory($0, objects) }
  }

  /// Takes pairs by descending rank as long as both objects are free; equal ranks by the ids of the
  /// objects.
  private func greedy(
    _ graph: OverlapGraph,
    rank: (OverlapGraph.Edge) -> (Double, Double)
  ) -> [OverlapGraph.Edge] {
    let ranked = graph.edges.map { (rank: rank($0), edge: $0) }
      .sorted { first, second in
        if first.rank != second.rank { return first.rank > second.rank }
        let (one, other) = (first.edge, second.edge)
        // The smaller position first, whichever side it is on.
        return (min(one.a, one.b), max(one.a, one.b), one.a)
          < (min(other.a, other.b), max(other.a, other.b), other.a)
      }
    var taken = Sides(a: Set<Int>(), b: Set<Int>())
    return ranked.map(\.edge).filter { edge in
      guard !taken.a.contains(edge.a), !taken.b.contains(edge.b) else { return false }
      taken.a.insert(edge.a)
      taken.b.insert(edge.b)
      return true
    }
  }

  private func isSameCategory(_ edge: OverlapGraph.Edge, _ objects: Sides<ImageObjects>) -> Bool {
    objects.a.singles[edge.a].category == objects.b.singles[edge.b].category
  }

  private func size(ofImageAt index: Int) -> ImageSize? { pairing.size(of: pairing.images[index]) }

  /// The matched pairs by descending IoU.
  private func pairs(
    _ edges: [OverlapGraph.Edge],
    _ objects: Sides<ImageObjects>,
    image: Int32
  ) -> [ObjectPair] {
    edges.map { edge in
      ObjectPair(
        image: image,
        a: objects.a.singles[edge.a],
        b: objects.b.singles[edge.b],
        iou: edge.iou
      )
    }
    .sorted { ($1.iou, $0.a, $0.b) < ($0.iou, $1.a, $1.b) }
  }

  /// The positions of one side's objects that no pair holds.
  private func free(_ side: Side, _ edges: [OverlapGraph.Edge], count: Int) -> [Int] {
    guard edges.count < count else { return [] }
    var isMatched = [Bool](repeating: false, count: count)
    for edge in edges { isMatched[side == .a ? edge.a : edge.b] = true }
    return isMatched.indices.filter { !isMatched[$0] }
  }

  /// Sorts what was left over on one side into absorbed and unmatched objects.
  private func leftOver(
    _ positions: [Int],
    on side: Side,
    _ objects: Sides<ImageObjects>,
    _ shapes: ObjectShapes?,
    _ index: Int
  ) -> (absorbed: Int32, unmatched: [UnmatchedObject]) {
    guard !positions.isEmpty else { return (0, []) }
    let regions = RegionCover(
      objects[side.other].regions,
      of: side == .a ? pairing.b : pairing.a,
      size: size(ofImageAt: index),
      options: options
    )
    let isUnknown = { (category: Int32) in
      objects.a.notExhaustive.contains(category) || objects.b.notExhaustive.contains(category)
    }
    var absorbed: Int32 = 0
    var unmatched: [UnmatchedObject] = []
    for position in positions {
      let object = objects[side].singles[position]
      if regions.absorbs(object, shapes?.shapes[position]) {
        absorbed += 1
      } else {
        unmatched.append(
          UnmatchedObject(image: Int32(index), object, isUnknown: isUnknown(object.category))
        )
      }
    }
    return (absorbed, unmatched)
  }
}
