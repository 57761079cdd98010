import Annotations

/// How many findings of each rule a report has room for still, told to those who look at later parts.
///
/// It only falls, and parts are merged in their order: a part that saw an earlier number makes findings that are
/// left out, never too few of them.
final class FindingRoom: Sendable {
  private let counts: Guarded<[Int]>

  init(rules: Int, findingsPerRule: Int) {
    counts = Guarded([Int](repeating: findingsPerRule, count: rules))
  }

  var left: [Int] {
    get { counts.withLock { $0 } }
    set { counts.withLock { $0 = newValue } }
  }
}
