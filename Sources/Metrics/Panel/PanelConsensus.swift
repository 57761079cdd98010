import Annotations
package import Geometry
import Statistics

/// One set of objects made of several annotators': what enough of them drew, and how sure it is.
package struct PanelConsensus: Sendable {
  /// An object, as the annotators together see it.
  package struct Object: Hashable, Sendable {
    /// Position in the pairing's `images`.
    package var image: Int
    /// Position in the pairing's `categories`.
    package var category: Int32
    /// Probability of the category.
    package var posterior: Double
    /// The median of each edge of the members' boxes.
    package var box: Box
    /// Annotators who drew it, and who were assigned to the image.
    package var support: Int
    package var annotators: Int
    /// Mean and smallest IoU of the members' boxes with the box.
    package var meanIoU: Double
    package var smallestIoU: Double
    /// By annotator: row of the data set's annotation table, or `nil`.
    package var members: [Int?]
    /// The annotator whose box is most like those of the others.
    package var medoid: Int
  }

  /// Objects that reached the quorum, and those that did not, by image.
  package let accepted: [Object]
  package let rejected: [Object]
  /// Whether category probabilities weigh annotators by their reliability, or are shares of the votes.
  package let isWeighted: Bool

  /// Cells of the posterior table beyond which votes are shares only, to bound memory.
  private static let mostCells = 50_000_000

  /// `quorum`: How many must have drawn an object; a majority of those assigned to the image
  ///   where it is `nil`.
  package init(_ panel: Panel, quorum: Int?) {
    let clusters = panel.images.flatMap { image in
      image.clusters.map { (image: image.index, cluster: $0) }
    }
    let categories = panel.pairing.categories.count
    isWeighted = clusters.count * categories <= Self.mostCells
    let votes = clusters.map { Self.votes($0.cluster) }
    let model =
      isWeighted
      ? DawidSkene(
        Self.answers(votes, annotators: panel.pairing.names.count, categories: categories),
        model: .oneCoin
      ) : nil
    var (accepted, rejected) = ([Object](), [Object]())
    for (position, (image, cluster)) in clusters.enumerated() {
      guard
        let object = Self.object(
          cluster,
          image: image,
          panel,
          category: Self.category(votes[position]) { category in
            model.map { $0.posteriors[position * categories + category] }
          }
        )
      else { continue }
      let needed = quorum ?? object.annotators / 2 + 1
      if object.support >= needed { accepted.append(object) } else { rejected.append(object) }
    }
    self.accepted = accepted
    self.rejected = rejected
  }

  /// Category codes by annotator.
  private static func votes(_ cluster: ObjectCluster) -> [(annotator: Int, category: Int)] {
    cluster.values.enumerated().compactMap { annotator, value in
      if case .category(let code) = value { (annotator, Int(code)) } else { nil }
    }
  }

  private static func answers(
    _ votes: [[(annotator: Int, category: Int)]],
    annotators: Int,
    categories: Int
  ) -> CrowdAnswers {
    CrowdAnswers(
      units: votes.count,
      annotators: annotators,
      categories: categories,
      answers: votes.enumerated().flatMap { unit, votes in
        votes.map {
          CrowdAnswers.Answer(unit: unit, annotator: $0.annotator, category: $0.category)
        }
      }
    )
  }

  /// The most probable of the categories that got a vote, the first by name among equals.
  private static func category(
    _ votes: [(annotator: Int, category: Int)],
    posterior: (Int) -> Double?
  ) -> (code: Int32, posterior: Double) {
    let codes = Set(votes.map(\.category)).sorted()
    let ranked = codes.map { code in
      (
        code: Int32(code),
        posterior: posterior(code)
          ?? Double(votes.count { $0.category == code }) / Double(votes.count)
      )
    }
    return ranked.reduce(ranked[0]) { $1.posterior > $0.posterior ? $1 : $0 }
  }

  private static func object(
    _ cluster: ObjectCluster,
    image: Int,
    _ panel: Panel,
    category: (code: Int32, posterior: Double)
  ) -> Object? {
    let members = ClusterMembers(cluster.members, in: panel.pairing)
    // A cluster has a member.
    guard let box = members.medianBox, let medoid = members.medoid else { return nil }
    let overlaps = members.all.map { $0.box.iou(with: box) }
    return Object(
      image: image,
      category: category.code,
      posterior: category.posterior,
      box: box,
      support: members.all.count,
      annotators: panel.pairing.images[image].annotators,
      meanIoU: overlaps.reduce(0, +) / Double(overlaps.count),
      smallestIoU: overlaps.min() ?? 0,
      members: cluster.members,
      medoid: medoid.annotator
    )
  }
}
