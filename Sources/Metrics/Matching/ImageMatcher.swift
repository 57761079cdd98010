import Annotations
import Geometry
import Statistics

/// One-to-one matching of two annotators' objects, class-preferred and exact.
///
/// A pair is admissible from IoU ≥ τ on. Of all one-to-one matchings the one with the largest
/// Σ (IoU + λ·[same category]) is taken, solved per connected component of the admissible pairs.
/// Components are solved in an order of their objects that depends on the objects alone, so that
/// neither the order of the records nor that of the sides changes a result.
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
    let objects = Sides(a: objects(of: .a, imageAt: index), b: objects(of: .b, imageAt: index))
    var image = ComparedImage(index: index)
    image.regions = objects.map(\.regions.count)
    image.uncategorised = objects.map(\.uncategorised)

    let graph = OverlapGraph(
      objects.a.singles,
      objects.b.singles,
      minimumIoU: options.minimumIoU,
      convention: options.convention
    )
    var isMatched = Sides(
      a: [Bool](repeating: false, count: objects.a.singles.count),
      b: [Bool](repeating: false, count: objects.b.singles.count)
    )
    for component in graph.components {
      for edge in solve(component, objects, categoryBonus: options.categoryBonus) {
        isMatched.a[edge.a] = true
        isMatched.b[edge.b] = true
        image.pairs.append(pair(edge, objects))
      }
      image.agnosticMismatches += agnosticMismatches(component, objects)
    }
    image.pairs.sort { ($1.iou, $0.a, $0.b) < ($0.iou, $1.a, $1.b) }
    for side in Side.allCases {
      setAside(side, objects, isMatched[side], into: &image)
    }
    return image
  }

  private func solve(
    _ component: OverlapGraph.Component,
    _ objects: Sides<ImageObjects>,
    categoryBonus: Double
  ) -> [OverlapGraph.Edge] {
    if component.edges.count == 1 { return component.edges }
    return ComponentSolver(
      component,
      objects.map(\.singles),
      categoryBonus: categoryBonus
    ).matching()
  }

  private func agnosticMismatches(
    _ component: OverlapGraph.Component,
    _ objects: Sides<ImageObjects>
  ) -> Int {
    solve(component, objects, categoryBonus: 0).count {
      objects.a.singles[$0.a].category != objects.b.singles[$0.b].category
    }
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
    _ isMatched: [Bool],
    into image: inout ComparedImage
  ) {
    for (position, object) in objects[side].singles.enumerated() where !isMatched[position] {
      let isAbsorbed = objects[side.other].regions.contains { region in
        (region.category == AnnotationTable.noCategory || region.category == object.category)
          && object.box.coverage(by: region.box, convention: options.convention)
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
}
