/// Results of `body` for every element, in the order of the elements, made by at most `threads` tasks.
///
/// The number of tasks changes the time, never the result.
package func inOrder<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  threads: Int,
  _ body: @escaping @Sendable (Element) async -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    var next = 0
    func start() {
      guard next < elements.count else { return }
      let (position, element) = (next, elements[next])
      group.addTask { (position, await body(element)) }
      next += 1
    }
    for _ in 0..<max(1, threads) { start() }
    for await (position, result) in group {
      results[position] = result
      start()
    }
    return results.compactMap { $0 }
  }
}
