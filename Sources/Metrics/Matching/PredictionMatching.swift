/// Matches predictions to labels as COCO's evaluation does.
///
/// By descending score, each prediction takes the free label of its category with the largest IoU; among
/// equal ones the last. Predictions of equal score go in the order of their ids.
///
/// Source: pycocotools, `COCOeval.evaluateImg`.
struct PredictionMatching {
  private let objects: Sides<[ImageObjects.Object]>
  /// The side that has scores.
  private let predictions: Side

  /// `nil` where not exactly one side has scores.
  init?(_ objects: Sides<[ImageObjects.Object]>) {
    let scored = objects.map { $0.contains { $0.score != nil } }
    guard scored.a != scored.b else { return nil }
    self.objects = objects
    predictions = scored.a ? .a : .b
  }

  func matching(_ graph: OverlapGraph) -> [OverlapGraph.Edge] {
    let side = objects[predictions]
    let ranked = side.indices.sorted { first, second in
      let scores = (side[first].score ?? 0, side[second].score ?? 0)
      return scores.0 != scores.1 ? scores.0 > scores.1 : first < second
    }
    let byPrediction = Dictionary(grouping: graph.edges) { predictions == .a ? $0.a : $0.b }
    var taken: Set<Int> = []
    return ranked.compactMap { prediction in
      var best: OverlapGraph.Edge?
      for edge in byPrediction[prediction] ?? [] {
        guard objects.a[edge.a].category == objects.b[edge.b].category,
          !taken.contains(label(edge)), edge.iou >= best?.iou ?? 0
        else { continue }
        best = edge
      }
      if let best { taken.insert(label(best)) }
      return best
    }
  }

  private func label(_ edge: OverlapGraph.Edge) -> Int { predictions == .a ? edge.b : edge.a }
}
