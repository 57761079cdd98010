import Annotations
import Embeddings
import Findings
import Geometry
import Metrics

/// The contradictions of a whole data set in their order, as findings and as a queue.
struct PredictionSuspects: Sendable {
  /// The most suspect first.
  let ranked: [Ranked]
  private let items: SuspectItems
  private let pairing: DatasetPairing
  private let options: PredictionOptions
  /// By row of the labels' annotation table: the item.
  private let itemOfRow: [Int: Int]

  struct Ranked: Sendable {
    var contradiction: PredictionContradiction
    /// Row of the labels' image table.
    var image: Int
    /// 1 / (60 + its rank among those of its kind).
    var fused: Double
  }

  init(
    _ items: SuspectItems,
    _ pairing: DatasetPairing,
    _ reviews: [PredictionReview],
    _ options: PredictionOptions
  ) {
    self.items = items
    self.pairing = pairing
    self.options = options
    itemOfRow = Dictionary(
      uniqueKeysWithValues: (0..<items.count).compactMap { item in
        items.row(item).map { ($0, item) }
      }
    )
    let found = zip(pairing.images, reviews).flatMap { image, review in
      review.contradictions.map { (image: image.a, contradiction: $0) }
    }
    let fused = RankFusion.fused(
      PredictionContradiction.Kind.allCases.map { kind in
        found.map { $0.contradiction.kind == kind ? $0.contradiction.score : nil }
      },
      count: found.count
    )
    ranked = found.indices.map {
      Ranked(contradiction: found[$0].contradiction, image: found[$0].image, fused: fused[$0])
    }
    .enumerated()
    .sorted { a, b in
      if a.element.fused != b.element.fused { return a.element.fused > b.element.fused }
      let scores = (a.element.contradiction.score, b.element.contradiction.score)
      return scores.0 != scores.1 ? scores.0 > scores.1 : a.offset < b.offset
    }
    .map(\.element)
  }

  // MARK: Output

  func queue(verdicts: [String: ReviewVerdict]) -> ReviewQueue {
    ReviewQueue(
      ranked.map(entry),
      columns: ["contradiction", "confidence", "iou"],
      isComplete: false,
      verdicts: verdicts
    )
  }

  func findings(limit: Int) -> AuditReport.FindingSummary {
    AuditReport.FindingSummary(
      PredictionContradiction.Kind.allCases.map { kind in
        var collector = FindingCollector(limit: limit)
        for (rank, suspect) in ranked.enumerated() where suspect.contradiction.kind == kind {
          collector.report { finding(suspect, rank: rank + 1) }
        }
        return (PredictionRules.about(kind), collector)
      }
    )
  }

  private func entry(_ suspect: Ranked) -> ReviewQueue.Entry {
    let contradiction = suspect.contradiction
    let text = text(contradiction)
    return ReviewQueue.Entry(
      rank: 0,
      name: name(contradiction),
      rule: PredictionRules.about(contradiction.kind).id,
      subject: subject(suspect),
      image: pairing.a.images.fileNames[suspect.image],
      category: labelCategory(contradiction) ?? predictedCategory(contradiction) ?? "",
      rival: contradiction.kind == .swapped ? predictedCategory(contradiction) : nil,
      score: suspect.fused,
      values: [contradiction.score, contradiction.confidence, contradiction.iou],
      chance: min(1, max(0, contradiction.score)),
      what: text.what,
      toDo: text.toDo
    )
  }

  private func finding(_ suspect: Ranked, rank: Int) -> Finding {
    let contradiction = suspect.contradiction
    let about = PredictionRules.about(contradiction.kind)
    let text = text(contradiction)
    var evidence = ["score": contradiction.score, "iou": contradiction.iou, "rank": Double(rank)]
    evidence["confidence"] = contradiction.confidence
    // Of two boxes the label's is the finding's own, the prediction's stands beside it.
    let predicted = contradiction.prediction.map { pairing.b.annotations.boxes[$0] }
    var finding: Finding
    if let label = contradiction.label {
      evidence.merge(predicted?.asOther ?? [:]) { own, _ in own }
      finding = pairing.a.finding(about, annotation: label, text.what, evidence: evidence)
    } else {
      finding = pairing.a.finding(about, image: suspect.image, text.what)
      finding = Finding(
        rule: about.id,
        severity: about.severity,
        image: finding.image,
        category: predictedCategory(contradiction),
        box: predicted.map { [$0.x, $0.y, $0.width, $0.height] },
        place: finding.place,
        message: text.what,
        evidence: finding.evidence.merging(evidence) { own, _ in own }
      )
    }
    finding.hint = text.toDo
    return finding
  }

  // MARK: Parts

  /// The label's name, or where the prediction stands in its file.
  private func name(_ contradiction: PredictionContradiction) -> String {
    if let item = contradiction.label.flatMap({ itemOfRow[$0] }) { return items.names[item] }
    guard let row = contradiction.prediction else { return "" }
    let place = pairing.b.annotations.places[row]
    return "prediction \(place.index)"
  }

  private func labelCategory(_ contradiction: PredictionContradiction) -> String? {
    contradiction.label.map {
      pairing.a.categories.names[Int(pairing.a.annotations.categories[$0])]
    }
  }

  private func predictedCategory(_ contradiction: PredictionContradiction) -> String? {
    contradiction.prediction.map {
      pairing.b.categories.names[Int(pairing.b.annotations.categories[$0])]
    }
  }

  private func subject(_ suspect: Ranked) -> ReviewQueue.Subject {
    let contradiction = suspect.contradiction
    if let row = contradiction.label {
      return .annotation(row: row, box: pairing.a.annotations.boxes[row])
    }
    guard let row = contradiction.prediction, let name = predictedCategory(contradiction),
      let category = pairing.a.categories.names.firstIndex(of: name)
    else { return .item }
    return .proposal(
      image: suspect.image,
      category: category,
      box: pairing.b.annotations.boxes[row],
      confidence: contradiction.confidence ?? 0
    )
  }

  private func text(_ contradiction: PredictionContradiction) -> (what: String, toDo: String) {
    let category = labelCategory(contradiction) ?? ""
    let rival = predictedCategory(contradiction) ?? ""
    let confidence = contradiction.confidence ?? 0
    return switch contradiction.kind {
    case .overlooked:
      SuspectHints.overlooked(category: rival, confidence: confidence, iou: contradiction.iou)
    case .badlyLocated:
      SuspectHints.badlyLocated(
        category: category,
        confidence: confidence,
        iou: contradiction.iou
      )
    case .swapped:
      SuspectHints.swapped(
        category: category,
        rival: rival,
        confidence: confidence,
        iou: contradiction.iou
      )
    case .spurious:
      SuspectHints.spurious(category: category, considered: options.considered)
    }
  }
}
