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
  private let columns: Sides<ObjectColumns>

  package init(pairing: DatasetPairing, options: MatchingOptions) {
    self.pairing = pairing
    self.options = options
    columns = Sides(
      a: ObjectColumns(pairing.a, codes: pairing.categoryCodes.a, options: options),
      b: ObjectColumns(pairing.b, codes: pairing.categoryCodes.b, options: options)
    )
  }

  /// Matches the objects of some images of the pairing.
  package func match(imagesAt indices: Range<Int>) -> ComparedImages {
    var images = ComparedImages()
    var objects = Sides(a: ImageObjects(), b: ImageObjects())
    for index in indices {
      columns.a.read(pairing.images[index].a, into: &objects.a)
      columns.b.read(pairing.images[index].b, into: &objects.b)
      match(objects, at: index, into: &images)
    }
    return images
  }

  /// - Complexity: O(n_A·n_B) for the overlaps, of many plain boxes O(n log n) for those that lie apart; and O(k³) for
  ///   each component of k objects.
  private func match(
    _ objects: Sides<ImageObjects>,
    at index: Int,
    into images: inout ComparedImages
  ) {
    let shapes = shapes(of: objects, at: index)
    let graph = graph(objects, shapes)
    let components = graph.components
    let edges = matching(graph, components, objects)

    images.open(index)
    for edge in edges {
      let (a, b) = (objects.a.singles[edge.a], objects.b.singles[edge.b])
      images.insert(ObjectPair(image: Int32(index), a: a, b: b, iou: edge.iou))
    }
    var aside = AsideCounts()
    aside.regions = Sides(a: Int32(objects.a.regions.count), b: Int32(objects.b.regions.count))
    aside.uncategorised = Sides(
      a: Int32(objects.a.uncategorised),
      b: Int32(objects.b.uncategorised)
    )
    aside.shapeless = shapes?.map { Int32($0.missing) } ?? aside.shapeless
    aside.agnosticMismatches = Int32(agnosticMismatches(components, objects))
    for side in Side.allCases {
      let free = free(side, edges, count: objects[side].singles.count)
      aside.absorbed[side] = sort(free, on: side, objects, shapes, at: index, into: &images)
    }
    images.setAside(aside)
  }

  /// What is compared, or `nil` where that is the objects' boxes as they stand.
  private func shapes(of objects: Sides<ImageObjects>, at index: Int) -> Sides<ObjectShapes>? {
    guard !options.comparesPlainBoxes else { return nil }
    let size = size(ofImageAt: index)
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
    let (minimum, convention) = (options.minimumIoU, options.convention)
    guard let shapes else {
      // It holds what it reads: to hold the matcher is to count each of its columns, image by image.
      let iou = { a[$0].box.iou(with: b[$1].box, convention: convention) }
      guard minimum > 0, a.count * b.count > BoxCandidates.worthwhile else {
        return OverlapGraph(counts: counts, minimum: minimum, similarity: iou)
      }
      let candidates = BoxCandidates(a.map(\.box), b.map(\.box), minimum: minimum)
      return OverlapGraph(
        counts: counts,
        minimum: minimum,
        candidates: candidates,
        similarity: iou
      )
    }
    return OverlapGraph(counts: counts, minimum: minimum) {
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
        ComponentSolver(knot, objects, in: columns, categoryBonus: categoryBonus).matching()
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
    return components.lone.count { !isSameCategory($0, objects) }
      + optimal(OverlapGraph.Components(lone: [], knots: doubtful), objects, categoryBonus: 0)
      .count { !isSameCategory($0, objects) }
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

  /// The positions of one side's objects that no pair holds.
  private func free(_ side: Side, _ edges: [OverlapGraph.Edge], count: Int) -> [Int] {
    guard edges.count < count else { return [] }
    var isMatched = [Bool](repeating: false, count: count)
    for edge in edges { isMatched[side == .a ? edge.a : edge.b] = true }
    return isMatched.indices.filter { !isMatched[$0] }
  }

  /// Adds to the image what was left over on one side, but for absorbed objects.
  ///
  /// - Returns: How many are absorbed.
  private func sort(
    _ positions: [Int],
    on side: Side,
    _ objects: Sides<ImageObjects>,
    _ shapes: Sides<ObjectShapes>?,
    at index: Int,
    into images: inout ComparedImages
  ) -> Int32 {
    guard !positions.isEmpty else { return 0 }
    let regions = RegionCover(objects[side.other].regions, options: options) { row in
      let size = size(ofImageAt: index)
      return side == .a
        ? pairing.b.mask(ofAnnotation: row, imageSize: size)
        : pairing.a.mask(ofAnnotation: row, imageSize: size)
    }
    var absorbed: Int32 = 0
    for position in positions {
      let object = objects[side].singles[position]
      if regions.absorbs(object, shapes?[side].shapes[position]) {
        absorbed += 1
      } else {
        let isUnknown =
          objects.a.notExhaustive.contains(object.category)
          || objects.b.notExhaustive.contains(object.category)
        images.append(
          UnmatchedObject(image: Int32(index), object, isUnknown: isUnknown),
          on: side
        )
      }
    }
    return absorbed
  }
}
