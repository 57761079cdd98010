import Annotations
import Embeddings
import Testing

@Suite("Trials of a stream")
struct PrototypeTrialTests {
  private let rows = VectorTable(width: 1, values: [0, 0.5, 5, 1.75, 5.5, 9, 0.25] as [Float])
  private let labels = LabelColumn(["a", "a", "b", "a", "b", "c", "a"])

  @Test("ε steps by a round number up to the largest distance to a nearest prototype")
  func epsilons() {
    let trial = PrototypeTrial(rows, labels, order: Array(0..<7), threads: 1)
    // With every label told: distances .5, 4.75, 1.5, .5, 3.75, .5: up to 4.75. A sixth of it is .79: steps of 1.
    let parameters = PrototypeParameters(distance: .l2, epsilon: 1)
    #expect(trial.epsilons(parameters, count: 6) == [1, 2, 3, 4, 5])
    let same = PrototypeTrial(
      VectorTable(width: 1, values: [1, 1] as [Float]),
      LabelColumn(["a", "a"]),
      order: [0, 1],
      threads: 1
    )
    #expect(same.epsilons(parameters, count: 6).isEmpty)
  }

  @Test("outcomes stand in the order of their parameters on any number of threads")
  func outcomes() async {
    let parameters = [0.1, 0.6, 1, 4, 10].map { PrototypeParameters(distance: .l2, epsilon: $0) }
    let one = await PrototypeTrial(rows, labels, order: Array(0..<7), threads: 1)
      .outcomes(parameters)
    let four = await PrototypeTrial(rows, labels, order: Array(0..<7), threads: 4)
      .outcomes(parameters)
    #expect(one == four)
    #expect(one.map(\.parameters) == parameters)
    // ε = .6: only 1.75 is falsely new. ε = 10: only the very first object is new.
    #expect(one[1].table.rows == [[3, 1], [0, 3]])
    #expect(one[4].table.rows == [[4, 0], [2, 1]])
  }

  @Test("an order holds every object once; iid repeats by its seed, domain keeps what is given")
  func orders() {
    let domains = LabelColumn(["x", "y", "x", "z", "y", "x"])
    #expect(StreamOrder.given.indices(domains, seed: 1) == [0, 1, 2, 3, 4, 5])
    #expect(StreamOrder.domain.indices(domains, seed: 1) == [0, 2, 5, 1, 4, 3])
    let shuffled = StreamOrder.iid.indices(domains, seed: 1)
    #expect(shuffled.sorted() == [0, 1, 2, 3, 4, 5])
    #expect(shuffled == StreamOrder.iid.indices(domains, seed: 1))
    let seeds = Set((0..<20).map { StreamOrder.iid.indices(domains, seed: UInt64($0)) })
    #expect(seeds.count > 15)
  }
}
