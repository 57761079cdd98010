import Annotations
package import Findings
package import Formats

/// Checks data sets against rules; the number of threads changes the time, never the result.
package struct RuleRun: Sendable {
  private let rules: [any Rule.Type]
  private let settings: RuleSettings
  private let findingsPerRule: Int
  private let threads: Int

  /// A run of `rules`, in the order in which their findings are given.
  ///
  /// `findingsPerRule`, at least 0, is how many findings of a rule are kept; all are counted.
  /// `threads`, at least 1, is how many may work at once.
  package init(
    rules: [any Rule.Type] = RuleCatalog.all,
    settings: RuleSettings = RuleSettings(),
    findingsPerRule: Int = 1000,
    threads: Int
  ) {
    precondition(threads >= 1, "a run needs at least one thread")
    precondition(findingsPerRule >= 0, "a run cannot keep fewer than 0 findings")
    self.rules = rules
    self.settings = settings
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  /// What the rules find, by rule, then data set, then image, then annotation.
  package func findings(in results: [ReadResult]) async -> AuditReport.FindingSummary {
    AuditReport.FindingSummary(await found(in: results))
  }

  /// What the rules find, and how many annotations have a finding of severity error.
  package func defects(
    in result: ReadResult
  ) async -> (findings: AuditReport.FindingSummary, wrong: Int) {
    var isWrong = [Bool](repeating: false, count: result.dataset.annotations.count)
    let found = await found(in: [result]) { row in isWrong[row] = true }
    return (AuditReport.FindingSummary(found), isWrong.count { $0 })
  }

  /// What each rule finds; `mark` is called with the rows of annotations with a finding of severity error.
  private func found(
    in results: [ReadResult],
    mark: ((Int) -> Void)? = nil
  ) async -> [(rule: RuleAbout, findings: FindingCollector)] {
    let rules = rules.map { $0.init(settings: settings) }
    let marking = mark != nil
    let images = results.reduce(0) { $0 + $1.dataset.images.count }
    let step = WorkStep("checking rules", of: images, "images")
    let room = FindingRoom(rules: rules.count, findingsPerRule: findingsPerRule)
    var total = rules.map { _ in FindingCollector(limit: findingsPerRule) }
    var pieces: [Piece] = []
    for read in results { pieces += await self.pieces(of: read) }
    await mergeInOrder(pieces, threads: threads, as: step) { piece in
      let (part, room) = (piece.part(), room.left)
      return piece.rules.map { position in
        let rule = rules[position]
        var findings = FindingCollector(
          limit: room[position],
          marksAnnotations: marking && type(of: rule).about.severity == .error
        )
        rule.check(part, into: &findings)
        return (position, findings)
      }
    } merge: { found in
      for (rule, findings) in found {
        total[rule].merge(findings)
        for row in findings.annotations { mark?(row) }
      }
      room.left = total.map { findingsPerRule - $0.items.count }
    }
    return zip(self.rules.map { $0.about }, total).map { (rule: $0, findings: $1) }
  }

  /// A part of the data, measured by whoever checks it, and the positions of the rules that look at it.
  private struct Piece: Sendable {
    let rules: [Int]
    let part: @Sendable () -> AuditPart
  }

  /// All of a data set; for each rule in the order in which its findings are given.
  private func pieces(of read: ReadResult) async -> [Piece] {
    let dataset = read.dataset
    let shapes = await dataset.segmentation.ringShapes(threads: threads)
    let isOfWhole = rules.map { $0 is any DatasetRule.Type }
    let ofBlocks = rules.indices.filter { !isOfWhole[$0] }
    let blocks = dataset.slices.map { slice in
      Piece(rules: ofBlocks) { .block(AnnotationBlock(slice, ringShapes: shapes)) }
    }
    let strays = Piece(rules: ofBlocks) {
      .block(AnnotationBlock(straysOf: dataset, ringShapes: shapes))
    }
    // Each on its own, as they take longer than others.
    let wholes = rules.indices.filter { isOfWhole[$0] }.map { rule in
      Piece(rules: [rule]) { .whole(read) }
    }
    return blocks + [strays] + wholes
  }
}
