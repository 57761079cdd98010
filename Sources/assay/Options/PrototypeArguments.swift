import ArgumentParser
import Embeddings

extension PrototypeDistance: ExpressibleByArgument {}
extension PrototypeParameters.Mode: ExpressibleByArgument {}
extension StreamOrder: ExpressibleByArgument {}

/// What decides an estimate and what is learnt from it.
struct PrototypeArguments: ParsableArguments {
  @Option(
    help: """
      ε: an object is of a known category where a prototype lies this near, inclusive. Without it, the ε \
      of best F1 over this same stream, which flatters the result.
      """
  )
  var epsilon: Double?

  @Option(help: "How far a vector is from a prototype: cosine (1 − cosine) or l2 (Euclidean).")
  var distance: PrototypeDistance = .cosine

  @Option(
    help: """
      corrected (prototypes carry the annotator's category; first occurrences take no part in the \
      accuracy) or literal (as the paper prints it, with a running number for new categories).
      """
  )
  var mode: PrototypeParameters.Mode = .corrected

  @Option(help: "p: how likely the annotator's word follows an estimate, 0 to 1.")
  var feedback: Double = 1

  @Option(help: "Over how many judged objects the moving average runs.")
  var window: Int = 100

  @Option(help: "Seed of the feedback and of the shuffled order.")
  var seed: UInt64 = 0

  func validate() throws {
    if let problem = parameters(epsilon: epsilon ?? 1).problem {
      throw ValidationError("--\(problem)")
    }
  }

  func parameters(epsilon: Double) -> PrototypeParameters {
    PrototypeParameters(
      mode: mode,
      distance: distance,
      epsilon: epsilon,
      feedback: feedback,
      seed: seed,
      window: window
    )
  }
}
