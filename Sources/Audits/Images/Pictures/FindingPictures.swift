package import Annotations
package import Findings
import Geometry

/// Puts pictures beside findings: the box in its image, or the whole image, and the other image.
struct FindingPictures: Sendable {
  let source: ImageSource
  /// How many pictures a report may hold.
  let limit: Int
  let threads: Int

  /// More of one rule's findings than this show the same again.
  private static let findingsPerRule = 12

  /// The findings with pictures: first those of the most severe rules, some of each.
  func added(
    to findings: AuditReport.FindingSummary,
    of datasets: [Dataset]
  ) async -> AuditReport.FindingSummary {
    let requests = requests(for: findings.items)
    return await PictureStudio(
      source: source,
      threads: threads,
      statedSizes: datasets.reduce(into: [:]) { sizes, dataset in
        sizes.merge(dataset.statedSizes(of: Set(requests.map(\.image)))) { first, _ in first }
      }
    ).added(requests, to: findings)
  }

  private func requests(for items: [Finding]) -> [PictureRequest] {
    var requests: [PictureRequest] = []
    for severity in Severity.allCases.sorted(by: >) {
      var ofRule: [String: Int] = [:]
      for (index, finding) in items.enumerated() where finding.severity == severity {
        guard requests.count < limit else { return requests }
        guard ofRule[finding.rule, default: 0] < Self.findingsPerRule,
          let image = finding.image
        else { continue }
        ofRule[finding.rule, default: 0] += 1
        requests.append(
          PictureRequest(finding: index, image: image, subject: Self.subject(of: finding))
        )
        if let other = finding.otherImage, requests.count < limit {
          requests.append(PictureRequest(finding: index, image: other, caption: other))
        }
      }
    }
    return requests
  }

  /// The smallest box around what the finding is about; `nil` where that is the whole image.
  private static func subject(of finding: Finding) -> Box? {
    guard let own = finding.box.flatMap(Box.init(numbers:)) else { return nil }
    return finding.otherBoxes.compactMap(Box.init(numbers:)).reduce(own) { $0.union($1) }
  }
}

extension AuditReport {
  /// The report with pictures of its findings, `limit` at most.
  ///
  /// `datasets` are those that the findings are about; their stated sizes tell which turned images were
  /// labelled as they are shown.
  package func illustrated(
    from source: ImageSource,
    of datasets: [Dataset],
    limit: Int,
    threads: Int
  ) async -> AuditReport {
    var report = self
    report.parameters["images"] = .text(source.name)
    report.findings = await FindingPictures(source: source, limit: limit, threads: threads)
      .added(to: findings, of: datasets)
    return report
  }
}
