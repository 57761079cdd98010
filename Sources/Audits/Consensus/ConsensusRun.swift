import Annotations
package import Findings
package import Formats
import Geometry
package import Metrics

/// Several annotators' data sets merged into one, and what did not reach the quorum.
package struct ConsensusRun: Sendable {
  package static let belowQuorum = RuleAbout(
    id: "below-quorum",
    severity: .info,
    summary: "an object that too few annotators drew to be in the consensus",
    rationale: """
      It is in the work of some and not in the merged file. Where it is real, the merged file misses it; \
      where it is not, those annotators drew something that is none.
      """,
    fix: "look at the image; lower --quorum where most of these are real",
    triggering: [],
    clean: []
  )

  package let matching: MatchingOptions
  /// How many must have drawn an object; a majority of those assigned where it is `nil`.
  package let quorum: Int?
  package let findingsPerRule: Int
  package let threads: Int

  package init(matching: MatchingOptions, quorum: Int?, findingsPerRule: Int, threads: Int) {
    self.matching = matching
    self.quorum = quorum
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  package struct Outcome: Sendable {
    package var report: AuditReport
    /// The merged data set.
    package var document: COCODocument
  }

  /// One data set an annotator.
  package func outcome(of deliveries: [Delivery]) async -> Outcome {
    await outcome(
      PanelPairing(deliveries.map(\.result.dataset), names: deliveries.map(\.role)),
      inputs: deliveries
    )
  }

  /// One data set that holds the work of several annotators.
  package func outcome(of delivery: Delivery) async -> Outcome {
    let parts = delivery.result.dataset.splitByAnnotator()
    return await outcome(
      PanelPairing(parts.map(\.dataset), names: parts.map(\.name)),
      inputs: [delivery]
    )
  }

  private func outcome(_ pairing: PanelPairing, inputs: [Delivery]) async -> Outcome {
    let panel = await Panel(pairing, options: matching, threads: threads)
    let consensus = PanelConsensus(panel, quorum: quorum)
    let metrics = metrics(
      of: consensus,
      clusters: panel.images.reduce(0) { $0 + $1.clusters.count }
    )
    let report = AuditReport(
      tool: .current,
      command: "consensus",
      parameters: [
        "category-probability": .text(consensus.isWeighted ? "one-coin Dawid–Skene" : "vote share"),
        "findings-per-rule": .number(Double(findingsPerRule)),
        "iou": .number(matching.minimumIoU),
        "matching": .text(matching.method.rawValue),
        "quorum": quorum.map { .number(Double($0)) } ?? .text("majority"),
        "similarity": .text(matching.similarity.rawValue),
      ],
      inputs: inputs.map(\.input),
      excluded: [
        "images-compared": pairing.images.count,
        "images-with-one-annotator": pairing.excludedImages,
      ],
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings(consensus, pairing)
    )
    return Outcome(report: report, document: document(consensus, pairing))
  }

  private func metrics(of consensus: PanelConsensus, clusters: Int) -> [MetricRecord] {
    [
      ("clusters", clusters), ("consensus-objects", consensus.accepted.count),
      ("consensus-rejected", consensus.rejected.count),
    ].map { id, count in
      MetricRecord(
        id: id,
        slice: .overall,
        outcome: .number(Double(count), n: clusters, interval: nil)
      )
    }
  }

  private func findings(
    _ consensus: PanelConsensus,
    _ pairing: PanelPairing
  ) -> AuditReport.FindingSummary {
    var found = FindingCollector(limit: findingsPerRule)
    for object in consensus.rejected {
      let members = ClusterMembers(object.members, in: pairing)
      guard let medoid = members.medoid else { continue }
      found.report {
        let names = AnnotatorNames(pairing).list(members.all.map(\.annotator))
        return pairing.finding(
          Self.belowQuorum,
          members,
          at: medoid,
          "drawn by \(object.support) of \(object.annotators) annotators (\(names))",
          evidence: ["support": Double(object.support), "annotators": Double(object.annotators)]
        )
      }
    }
    return AuditReport.FindingSummary([(Self.belowQuorum, found)])
  }

  private func document(_ consensus: PanelConsensus, _ pairing: PanelPairing) -> COCODocument {
    var document = COCODocument()
    document.images = pairing.images.enumerated().map { index, group in
      let size = pairing.size(of: group)
      return COCODocument.Image(
        id: index + 1,
        fileName: group.name,
        width: size?.width,
        height: size?.height
      )
    }
    document.categories = pairing.categories.enumerated().map {
      COCODocument.Category(id: $0 + 1, name: $1)
    }
    document.annotations = consensus.accepted.enumerated().map { index, object in
      annotation(object, id: index + 1, pairing)
    }
    return document
  }

  private func annotation(
    _ object: PanelConsensus.Object,
    id: Int,
    _ pairing: PanelPairing
  ) -> COCODocument.Annotation {
    let names = object.members.indices.filter { object.members[$0] != nil }.map {
      pairing.names[$0]
    }
    let outline = outline(of: object, pairing)
    let box = outline?.box ?? object.box
    return COCODocument.Annotation(
      id: id,
      image: object.image + 1,
      category: Int(object.category) + 1,
      bbox: [box.x, box.y, box.width, box.height],
      area: outline?.area ?? box.area,
      segmentation: outline?.rings,
      attributes: [
        "annotators": .text(names.joined(separator: " ")),
        "category_posterior": .number(object.posterior),
        "iou_mean": .number(object.meanIoU),
        "iou_min": .number(object.smallestIoU),
        "of": .number(Double(object.annotators)),
        "support": .number(Double(object.support)),
      ]
    )
  }

  /// Polygons, box and area of the member that is most like the others: they belong together.
  private func outline(
    of object: PanelConsensus.Object,
    _ pairing: PanelPairing
  ) -> (rings: [[Double]], box: Box, area: Double)? {
    let dataset = pairing.datasets[object.medoid]
    guard let row = object.members[object.medoid],
      case .polygons(let rings) = dataset.annotations.segmentations[row]
    else { return nil }
    let box = dataset.annotations.boxes[row]
    return (
      rings.map { Array(dataset.segmentation.rings[Int($0)]) },
      box,
      dataset.annotations.statedAreas[row] ?? box.area
    )
  }
}
