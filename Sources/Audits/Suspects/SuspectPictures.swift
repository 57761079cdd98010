import Embeddings
import Findings
import Geometry

/// Puts pictures beside suspects: the object, and the neighbours that speak against its label.
struct SuspectPictures: Sendable {
  let items: SuspectItems
  let analysis: SuspectAnalysis
  /// How many pictures a report may hold.
  let limit: Int

  /// How many neighbours of the other category stand beside a suspect, and how many of its own.
  private static let neighbours = (rival: 3, own: 1)

  func added(
    to findings: AuditReport.FindingSummary,
    from source: ImageSource,
    threads: Int
  ) async -> AuditReport.FindingSummary {
    let requests = requests(for: findings.items)
    return await PictureStudio(
      source: source,
      threads: threads,
      statedSizes: items.statedSizes(of: Set(requests.map(\.image)))
    ).added(requests, to: findings)
  }

  private func requests(for findings: [Finding]) -> [PictureRequest] {
    // Findings of both rules stand in the order of what they are about, and only the last may be missing.
    var suspects = analysis.order.filter(analysis.isSuspect)[...]
    var pairs = analysis.nearDuplicates[...]
    var requests: [PictureRequest] = []
    for (index, finding) in findings.enumerated() {
      var next: [PictureRequest] = []
      switch finding.rule {
      case SuspectRules.suspect.id:
        guard let item = suspects.popFirst() else { continue }
        next = self.requests(index, suspect: item)
      case SuspectRules.nearDuplicate.id:
        guard let pair = pairs.popFirst() else { continue }
        next = [picture(index, of: pair.first), picture(index, of: pair.second, pair.distance)]
      default: continue
      }
      guard requests.count + next.count <= limit else { return requests }
      requests += next
    }
    return requests
  }

  /// The suspect, the nearest objects of the category that its neighbours are for, and of its own.
  private func requests(_ index: Int, suspect: Int) -> [PictureRequest] {
    let neighbours = analysis.neighbours(of: suspect)
    let rival = analysis.rivals[suspect]?.label
    let against = neighbours.filter { items.labels[$0.item] == rival }
    let own = neighbours.filter { items.labels[$0.item] == items.labels[suspect] }
    let shown = against.prefix(Self.neighbours.rival) + own.prefix(Self.neighbours.own)
    return [picture(index, of: suspect)]
      + shown.map { picture(index, of: $0.item, $0.distance) }
  }

  /// The picture of an item; one of another item than the finding's says what it is and how far.
  private func picture(_ index: Int, of item: Int, _ distance: Double? = nil) -> PictureRequest {
    let box = items.box(item)
    let caption = distance.map { distance in
      "\(items.category(item)): \(items.reference(item)), distance \(distance.distanceText)"
    }
    return PictureRequest(
      finding: index,
      image: items.image(item) ?? items.names[item],
      subject: box,
      caption: caption ?? "",
      boxes: caption == nil ? [] : [box].compactMap { $0 }
    )
  }
}
