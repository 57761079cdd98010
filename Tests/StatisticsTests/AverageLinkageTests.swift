import Statistics
import Testing

@Suite("Average linkage")
struct AverageLinkageTests {
  private static let similarity = [
    [1, 0.9, 0.8, 0.2, 0.3],
    [0.9, 1, 0.6, 0.1, 0.4],
    [0.8, 0.6, 1, 0.75, 0.2],
    [0.2, 0.1, 0.75, 1, 0.72],
    [0.3, 0.4, 0.2, 0.72, 1],
  ]

  @Test("joins as scipy 1.17.1's linkage(…, 'average') does")
  func scipy() {
    // It joins at the distances .1, .25, .54 and .6.
    for (limit, groups) in [
      (0.95, [[0], [1], [2], [3], [4]]), (0.7, [[0, 1], [2, 3], [4]]),
      (0.45, [[2, 3, 4], [0, 1]]), (0.39, [[0, 1, 2, 3, 4]]),
    ] {
      let own = AverageLinkage.groups(of: 5, atLeast: limit) { Self.similarity[$0][$1] }
      #expect(own == groups, "\(limit)")
    }
  }

  @Test("joins nothing of which no similarity is known")
  func unknown() {
    let groups = AverageLinkage.groups(of: 3, atLeast: 0) { $0 == 0 && $1 == 2 ? 0.5 : nil }
    #expect(groups == [[0, 2], [1]])
    #expect(AverageLinkage.groups(of: 0, atLeast: 0) { _, _ in 1 }.isEmpty)
  }
}
