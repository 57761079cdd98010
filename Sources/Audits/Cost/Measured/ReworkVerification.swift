package import Findings
import Geometry

/// What became of the defects of a delivery that was sent back.
///
/// A finding is known again by its fingerprint: image, category, rounded box and rule.
package struct ReworkVerification: Hashable, Sendable {
  /// Defects before that are gone.
  package private(set) var fixed = 0
  /// Defects before that were changed, and are still wrong in the same way.
  package private(set) var stillWrong = 0
  /// Defects before that nobody changed.
  package private(set) var untouched = 0
  /// Defects after that were none before.
  package private(set) var newlyBroken = 0
  /// The same by rule, rules with a defect before or after only.
  package private(set) var rules: [String: ReworkVerification] = [:]

  private init() {}

  /// - Parameters:
  ///   - before: Report on the delivery.
  ///   - after: Report on what came back.
  ///   - severity: The least severity that makes a finding a defect.
  ///   - names: What the user calls the two.
  /// - Throws: `CostProblem` where a report counts more defects than it lists.
  package init(
    before: AuditReport,
    after: AuditReport,
    from severity: Severity,
    names: (before: String, after: String)
  ) throws(CostProblem) {
    let (old, new) = (
      Dictionary(
        grouping: try Defects(before, from: severity, name: names.before).items,
        by: \.rule
      ),
      Dictionary(grouping: try Defects(after, from: severity, name: names.after).items, by: \.rule)
    )
    for rule in Set(old.keys).union(new.keys) {
      let part = Self(of: old[rule] ?? [], after: new[rule] ?? [])
      rules[rule] = part
      fixed += part.fixed
      stillWrong += part.stillWrong
      untouched += part.untouched
      newlyBroken += part.newlyBroken
    }
  }

  /// Defects before.
  package var before: Int { fixed + stillWrong + untouched }

  /// Defects after.
  package var after: Int { stillWrong + untouched + newlyBroken }

  /// One rule's defects before and after.
  private init(of before: [Finding], after: [Finding]) {
    var left: [String: Int] = [:]
    for finding in after { left[finding.fingerprint, default: 0] += 1 }
    var changed: [String: [Finding]] = [:]
    for finding in before {
      if let count = left[finding.fingerprint], count > 0 {
        left[finding.fingerprint] = count - 1
        untouched += 1
      } else {
        changed[finding.image ?? "", default: []].append(finding)
      }
    }
    var come: [String: [Finding]] = [:]
    for finding in after {
      guard let count = left[finding.fingerprint], count > 0 else { continue }
      left[finding.fingerprint] = count - 1
      come[finding.image ?? "", default: []].append(finding)
    }
    for (image, findings) in changed {
      let again = Self.again(findings, come[image] ?? [])
      stillWrong += again
      fixed += findings.count - again
      newlyBroken -= again
    }
    newlyBroken += come.values.reduce(0) { $0 + $1.count }
  }

  /// How many findings of one image and rule are about the same thing in both, each at most once.
  ///
  /// Annotations are known again by their id; where that changed, by the place of the box.
  ///
  /// - Complexity: O(before × after) where ids do not help.
  private static func again(_ before: [Finding], _ after: [Finding]) -> Int {
    var (old, new) = (
      before.sorted { $0.fingerprint < $1.fingerprint },
      after.sorted { $0.fingerprint < $1.fingerprint }
    )
    var ids: [String: Int] = [:]
    for finding in new { if let id = finding.annotation { ids[id, default: 0] += 1 } }
    var matched: [String: Int] = [:]
    old.removeAll { finding in
      guard let id = finding.annotation, let count = ids[id], count > 0 else { return false }
      ids[id] = count - 1
      matched[id, default: 0] += 1
      return true
    }
    new.removeAll { finding in
      guard let id = finding.annotation, let count = matched[id], count > 0 else { return false }
      matched[id] = count - 1
      return true
    }
    old.removeAll { finding in
      guard let match = new.firstIndex(where: { isSamePlace(finding, $0) }) else { return false }
      new.remove(at: match)
      return true
    }
    return before.count - old.count
  }

  /// Whether the boxes of two findings overlap, or neither has one.
  private static func isSamePlace(_ one: Finding, _ other: Finding) -> Bool {
    guard let a = one.box.flatMap(Box.init(numbers:)),
      let b = other.box.flatMap(Box.init(numbers:))
    else {
      return one.box == nil && other.box == nil
    }
    return max(a.x, b.x) < min(a.right, b.right) && max(a.y, b.y) < min(a.bottom, b.bottom)
  }
}
