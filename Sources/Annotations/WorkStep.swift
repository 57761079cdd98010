/// A named step of a long run, done part by part.
package struct WorkStep: Hashable, Sendable {
  /// As it is told: `matching`.
  package let name: String
  /// How much there is to do.
  package let count: Int
  /// What is counted, in the plural: `images`.
  package let unit: String

  package init(_ name: String, of count: Int, _ unit: String) {
    self.name = name
    self.count = count
    self.unit = unit
  }
}

/// Is told how the steps of a run go on; changes nothing of what they do.
///
/// Steps may go on side by side; each is known by the number that its beginning gave.
package protocol WorkObserver: Sendable {
  func begin(_ step: WorkStep) -> Int
  /// `share` of the step, in `0...1`, is done.
  func advance(_ number: Int, to share: Double)
  func end(_ number: Int)
}

package enum Work {
  /// Who is told of the steps of this task; nobody, unless the program asks for it.
  ///
  /// It travels with the task and not through every signature, because no result depends on it.
  @TaskLocal package static var observer: (any WorkObserver)?

  /// Tells that a step begins.
  ///
  /// - Returns: What is told how it goes on and that it ended; `nil` where nobody wants to know.
  package static func begin(_ step: WorkStep) -> OngoingWork? {
    observer.map { OngoingWork(observer: $0, number: $0.begin(step)) }
  }
}

/// A step that has begun and not ended.
package struct OngoingWork: Sendable {
  fileprivate let observer: any WorkObserver
  fileprivate let number: Int

  /// `done` of `count` parts are done; there is at least one.
  package func advance(_ done: Int, of count: Int) {
    observer.advance(number, to: Double(done) / Double(count))
  }

  package func end() { observer.end(number) }
}
