/// A part of the data, measured by whoever checks it, and the positions of the rules that look at it.
struct RulePiece: Sendable {
  let rules: [Int]
  let part: @Sendable () -> AuditPart

  /// What each of its rules finds; all arguments by position of a rule.
  func found(
    by rules: [any Rule],
    limits: [Int],
    _ isMarking: [Bool]
  ) -> [(rule: Int, findings: FindingCollector)] {
    let part = part()
    return self.rules.map { position in
      var findings = FindingCollector(
        limit: limits[position],
        marksAnnotations: isMarking[position]
      )
      rules[position].check(part, into: &findings)
      return (position, findings)
    }
  }
}
