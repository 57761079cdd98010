import Annotations
import Embeddings
import Statistics

/// Runs of the whole stream that set a result beside others: over ε, over p, over the order.
struct PrototypeTrials: Sendable {
  let stream: PrototypeStream
  let parameters: PrototypeParameters
  let order: [Int]
  let threads: Int

  private static let sweepSteps = 50
  private static let probabilities = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 1]

  private var trial: PrototypeTrial {
    PrototypeTrial(stream.rows, stream.labels, order: order, threads: threads)
  }

  /// A run for each step of ε; empty where all objects lie on their prototypes.
  func epsilonSweep() async -> [IncrementalAnnotator] {
    let trial = trial
    return await trial.outcomes(
      trial.epsilons(parameters, count: Self.sweepSteps).map { epsilon in
        var parameters = parameters
        parameters.epsilon = epsilon
        return parameters
      }
    )
  }

  /// The ε of best F1 of new categories, the smallest of equals.
  static func best(_ sweep: [IncrementalAnnotator]) -> Double? {
    var best: (epsilon: Double, f1: Double)?
    for trial in sweep {
      guard let f1 = trial.table.f1.value, f1 > best?.f1 ?? -1 else { continue }
      best = (trial.parameters.epsilon, f1)
    }
    return best?.epsilon
  }

  func feedback() async -> [IncrementalAnnotator] {
    await trial.outcomes(
      Self.probabilities.map { probability in
        var parameters = parameters
        parameters.feedback = probability
        return parameters
      }
    )
  }

  func orders() async -> [(order: StreamOrder, record: PrototypeRecord)] {
    let orders = StreamOrder.allCases
    let records = await inOrder(orders, threads: threads) { [self] order in
      PrototypeRecord(
        IncrementalAnnotator(parameters, dimension: stream.rows.width),
        stream,
        order: order.indices(stream.domains, seed: parameters.seed)
      )
    }
    return zip(orders, records).map { ($0, $1) }
  }
}
