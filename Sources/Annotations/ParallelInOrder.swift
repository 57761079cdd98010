/// Results of `body` for every element, in the order of the elements, made by at most `threads` tasks.
///
/// The number of tasks changes the time, never the result.
package func inOrder<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  threads: Int,
  as step: WorkStep? = nil,
  _ body: @escaping @Sendable (Element) async -> Result
) async -> [Result] {
  var results: [Result] = []
  await mergeInOrder(elements, threads: threads, as: step, body) { results.append($0) }
  return results
}

/// Makes a part of every element by at most `threads` tasks and merges the parts in the order of the
/// elements.
///
/// A part is merged as soon as all before it are, so that few wait in memory. How far a `step` has come is
/// told to `Work.observer`.
package func mergeInOrder<Element: Sendable, Part: Sendable>(
  _ elements: [Element],
  threads: Int,
  as step: WorkStep? = nil,
  _ make: @escaping @Sendable (Element) async -> Part,
  merge: (Part) -> Void
) async {
  let work = step.flatMap(Work.begin)
  await withTaskGroup(of: (position: Int, part: Part).self) { group in
    var waiting: [Int: Part] = [:]
    var (started, merged) = (0, 0)
    func start() {
      guard started < elements.count else { return }
      let (position, element) = (started, elements[started])
      group.addTask { (position, await make(element)) }
      started += 1
    }
    for _ in 0..<min(max(1, threads), elements.count) { start() }
    while let finished = await group.next() {
      waiting[finished.position] = finished.part
      start()
      while let part = waiting.removeValue(forKey: merged) {
        merge(part)
        merged += 1
      }
      work?.advance(merged, of: elements.count)
    }
  }
  work?.end()
}
