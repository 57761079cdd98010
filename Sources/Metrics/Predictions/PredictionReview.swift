import Annotations
import Geometry

/// Judges the labels of one image by a model's predictions, box by box.
///
/// Everything is made of IoU and confidence, so that neither the resolution of the image nor how many
/// objects stand in it changes a score. A prediction and a label go together one to one, so that in a
/// dense scene a label is not judged by the prediction of its neighbour.
package struct PredictionReview: Sendable {
  package private(set) var contradictions: [PredictionContradiction] = []
  /// Rows of the labels that were judged.
  package private(set) var judged: [Int] = []
  /// Labels that could not be judged, because the image has no prediction: the model may not have seen it.
  package private(set) var unjudged = 0
  /// Believed predictions without a label that lie in a crowd or ignore region, or whose category was not
  /// annotated exhaustively.
  package private(set) var excused = 0

  private let labels: [ImageObjects.Object]
  private let predictions: [ImageObjects.Object]
  private let options: PredictionOptions

  /// Judges one image of a pairing whose side A holds the labels and side B the predictions.
  ///
  /// - Complexity: O(labels × predictions) of the image, and as much again times its logarithm where they
  ///   all overlap.
  package init(_ pairing: DatasetPairing, imageAt index: Int, options: PredictionOptions) {
    let rows = pairing.images[index]
    let codes = pairing.categoryCodes
    let matching = MatchingOptions()
    let side = ImageObjects(of: rows.a, in: pairing.a, codes: codes.a, options: matching)
    let all = ImageObjects(of: rows.b, in: pairing.b, codes: codes.b, options: matching).singles
    labels = side.singles
    // Sorting is stable: equal scores stay in an order that does not depend on the file's.
    predictions = all.filter { ($0.score ?? 0) >= options.considered }
      .sorted { ($0.score ?? 0) > ($1.score ?? 0) }
    self.options = options
    guard !all.isEmpty else {
      unjudged = labels.count
      return
    }
    judged = labels.map(\.row)
    let overlaps = overlaps()
    let pairs = pairs(overlaps)
    let support = ownSupport(overlaps)
    for pair in pairs { judge(pair, support[pair.a]) }
    judgeLonelyLabels(all, overlaps, paired: Set(pairs.map(\.a)))
    judgeLonelyPredictions(side, overlaps, paired: Set(pairs.map(\.b)))
  }

  private func confidence(_ prediction: Int) -> Double { predictions[prediction].score ?? 0 }

  private func isSameCategory(_ edge: OverlapGraph.Edge) -> Bool {
    labels[edge.a].category == predictions[edge.b].category
  }

  /// All pairs of a label and a prediction that overlap.
  private func overlaps() -> [OverlapGraph.Edge] {
    let counts = Sides(a: labels.count, b: predictions.count)
    return OverlapGraph(counts: counts, minimum: 0) {
      labels[$0].box.iou(with: predictions[$1].box)
    }.edges
  }

  /// Which prediction is which label: the pair with the largest confidence · (IoU + λ·[same category])
  /// first, as long as both are free.
  private func pairs(_ overlaps: [OverlapGraph.Edge]) -> [OverlapGraph.Edge] {
    let bonus = MatchingOptions().categoryBonus
    let ranked = overlaps.filter {
      $0.iou >= (isSameCategory($0) ? options.meeting : options.sameObject)
    }
    .map { edge in
      (weight: confidence(edge.b) * (edge.iou + (isSameCategory(edge) ? bonus : 0)), edge: edge)
    }
    .sorted { ($1.weight, $0.edge.b, $0.edge.a) < ($0.weight, $1.edge.b, $1.edge.a) }
    var taken = (labels: Set<Int>(), predictions: Set<Int>())
    return ranked.map(\.edge).filter { edge in
      guard !taken.labels.contains(edge.a), !taken.predictions.contains(edge.b) else {
        return false
      }
      taken.labels.insert(edge.a)
      taken.predictions.insert(edge.b)
      return true
    }
  }

  // MARK: Kinds

  /// By label: the highest confidence of the predictions of its category on its object.
  private func ownSupport(_ overlaps: [OverlapGraph.Edge]) -> [Double] {
    var support = [Double](repeating: 0, count: labels.count)
    for edge in overlaps where edge.iou >= options.sameObject && isSameCategory(edge) {
      support[edge.a] = max(support[edge.a], confidence(edge.b))
    }
    return support
  }

  private mutating func judge(_ pair: OverlapGraph.Edge, _ ownSupport: Double) {
    let confidence = confidence(pair.b)
    guard confidence >= options.believed else { return }
    if !isSameCategory(pair) {
      // What the model itself gives the label's category speaks for the label.
      add(.swapped, pair, score: confidence * pair.iou * (1 - ownSupport))
    } else if pair.iou < options.located {
      add(.badlyLocated, pair, score: confidence * (1 - pair.iou))
    }
  }

  private mutating func add(
    _ kind: PredictionContradiction.Kind,
    _ pair: OverlapGraph.Edge,
    score: Double
  ) {
    contradictions.append(
      PredictionContradiction(
        kind: kind,
        score: score,
        label: labels[pair.a].row,
        prediction: predictions[pair.b].row,
        confidence: confidence(pair.b),
        iou: pair.iou
      )
    )
  }

  /// Labels that no prediction meets; `all` holds those of little confidence too.
  private mutating func judgeLonelyLabels(
    _ all: [ImageObjects.Object],
    _ overlaps: [OverlapGraph.Edge],
    paired: Set<Int>
  ) {
    var largest = [Double](repeating: 0, count: labels.count)
    for edge in overlaps { largest[edge.a] = max(largest[edge.a], edge.iou) }
    for (position, label) in labels.enumerated()
    where !paired.contains(position) && largest[position] < options.meeting {
      // The least that speaks for it ranks it behind labels for which nothing does.
      let support = all.map { ($0.score ?? 0) * $0.box.iou(with: label.box) }.max() ?? 0
      contradictions.append(
        PredictionContradiction(
          kind: .spurious,
          score: 1 - min(1, support),
          label: label.row,
          prediction: nil,
          confidence: nil,
          iou: largest[position]
        )
      )
    }
  }

  /// Believed predictions that meet no label.
  private mutating func judgeLonelyPredictions(
    _ side: ImageObjects,
    _ overlaps: [OverlapGraph.Edge],
    paired: Set<Int>
  ) {
    var largest = [Double](repeating: 0, count: predictions.count)
    for edge in overlaps { largest[edge.b] = max(largest[edge.b], edge.iou) }
    for (position, prediction) in predictions.enumerated()
    where !paired.contains(position) && largest[position] < options.meeting {
      let confidence = confidence(position)
      guard confidence >= options.believed else { continue }
      guard !isExcused(prediction, side) else {
        excused += 1
        continue
      }
      contradictions.append(
        PredictionContradiction(
          kind: .overlooked,
          score: confidence * (1 - largest[position]),
          label: nil,
          prediction: prediction.row,
          confidence: confidence,
          iou: largest[position]
        )
      )
    }
  }

  private func isExcused(_ prediction: ImageObjects.Object, _ side: ImageObjects) -> Bool {
    side.notExhaustive.contains(prediction.category)
      || side.regions.contains {
        ($0.category == prediction.category || $0.category == AnnotationTable.noCategory)
          && prediction.box.coverage(by: $0.box) >= options.sameObject
      }
  }
}
