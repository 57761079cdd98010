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

  /// Matches the objects of one image of the pairing.
  ///
  /// - Complexity: O(n_A·n_B) for the overlaps, and O(k³) for each component of k objects.
  package func match(imageAt index: Int) -> ComparedImage {
    let rows = pairing.images[index]
    let codes = pairing.categoryCodes
    let objects = Sides(
      a: ImageObjects(of: rows.a, in: pairing.a, codes: codes.a, options: options),
      b: ImageObjects(of: rows.b, in: pairing.b, codes: codes.b, options: options)
    )
    var image = ComparedImage(index: index)
    image.regions = objects.map(\.regions.count)
    image.uncategorised = objects.map(\.uncategorised)

    let size = size(ofImageAt: index)
    let shapes = Sides(
      a: ObjectShapes(objects.a.singles, of: pairing.a, size: size, options: options),
      b: ObjectShapes(objects.b.singles, of: pairing.b, size: size, options: options)
    )
    image.shapeless = shapes.map(\.missing)
    let graph = OverlapGraph(
      counts: objects.map(\.singles.count),
      minimum: options.minimumIoU
    ) { options.similarity(of: shapes.a.shapes[$0], shapes.b.shapes[$1]) }

    var isMatched = Sides(
      a: [Bool](repeating: false, count: objects.a.singles.count),
      b: [Bool](repeating: false, count: objects.b.singles.count)
    )
    for edge in matching(graph, objects) {
      isMatched.a[edge.a] = true
      isMatched.b[edge.b] = true
      image.pairs.append(pair(edge, objects))
    }
    image.agnosticMismatches = optimal(graph, objects, categoryBonus: 0)
      .count { !isSameCategory($0, objects) }
    image.pairs.sort { ($1.iou, $0.a, $0.b) < ($0.iou, $1.a, $1.b) }
    for side in Side.allCases {
      setAside(side, objects, shapes[side], isMatched[side], into: &image)
    }
    return image
  }

  private func matching(
    _ graph: OverlapGraph,
    _ objects: Sides<ImageObjects>
  ) -> [OverlapGraph.Edge] {
    switch options.method {
    case .classPreferred, .kAlpha:
      return optimal(graph, objects, categoryBonus: options.categoryBonus)
    case .twoStage:
      let first = optimal(
        graph.filtered { isSameCategory($0, objects) },
        objects,
        categoryBonus: 0
      )
      let taken = Sides(a: Set(first.map(\.a)), b: Set(first.map(\.b)))
      let rest = graph.filtered { !taken.a.contains($0.a) && !taken.b.contains($0.b) }
      return first + optimal(rest, objects, categoryBonus: 0)
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
    _ graph: OverlapGraph,
    _ objects: Sides<ImageObjects>,
    categoryBonus: Double
  ) -> [OverlapGraph.Edge] {
    graph.components.flatMap { component in
      component.edges.count == 1
        ? component.edges
        : ComponentSolver(component, objects.map(\.singles), categoryBonus: categoryBonus)
          .matching()
    }
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

  /// The image's size, from whichever side states it.
  private func size(ofImageAt index: Int) -> ImageSize? {
    let image = pairing.images[index]
    return pairing.a.images.sizes[image.a] ?? pairing.b.images.sizes[image.b]
  }

  private func pair(_ edge: OverlapGraph.Edge, _ objects: Sides<ImageObjects>) -> ObjectPair {
    let (a, b) = (objects.a.singles[edge.a], objects.b.singles[edge.b])
    return ObjectPair(
      a: a.row,
      b: b.row,
      categories: Sides(a: a.category, b: b.category),
      iou: edge.iou
    )
  }

  /// Sorts what was left over on one side into absorbed and unmatched objects.
  private func setAside(
    _ side: Side,
    _ objects: Sides<ImageObjects>,
    _ shapes: ObjectShapes,
    _ isMatched: [Bool],
    into image: inout ComparedImage
  ) {
    let regions = self.regions(objects[side.other].regions, of: side.other, image.index)
    for (position, object) in objects[side].singles.enumerated() where !isMatched[position] {
      let isAbsorbed = regions.contains { region, mask in
        (region.category == AnnotationTable.noCategory || region.category == object.category)
          && options.coverage(of: object.box, shapes.shapes[position], by: region.box, mask)
            >= options.minimumIoU
      }
      if isAbsorbed {
        image.absorbed[side] += 1
        continue
      }
      image.unmatched[side].append(
        UnmatchedObject(
          row: object.row,
          category: object.category,
          isUnknown: objects.a.notExhaustive.contains(object.category)
            || objects.b.notExhaustive.contains(object.category)
        )
      )
    }
  }

  /// Crowd and ignore regions, with their masks where masks are compared.
  private func regions(
    _ regions: [ImageObjects.Object],
    of side: Side,
    _ index: Int
  ) -> [(ImageObjects.Object, RunLengthMask?)] {
    guard options.similarity == .mask else { return regions.map { ($0, nil) } }
    let (dataset, size) = (side == .a ? pairing.a : pairing.b, size(ofImageAt: index))
    return regions.map { ($0, dataset.mask(ofAnnotation: $0.row, imageSize: size)) }
  }
}
