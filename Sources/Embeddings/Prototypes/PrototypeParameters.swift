/// What a run of incremental annotation is told; a state continues only under the parameters it began with.
package struct PrototypeParameters: Hashable, Codable, Sendable {
  /// How a new category is counted and named.
  package enum Mode: String, Codable, CaseIterable, Sendable {
    /// As the paper prints it: the estimate of a new category is a running counter ĉ, which one false
    /// "new" puts out of step with the annotator's numbering for good.
    case literal
    /// Prototypes carry the annotator's category; a detected new category is right where it is new,
    /// whatever its number, and first occurrences take no part in the accuracy.
    case corrected
  }

  package var mode: Mode
  package var distance: PrototypeDistance
  /// ε: an object is of a known category where some prototype lies at this distance or nearer; above 0.
  package var epsilon: Double
  /// p: how likely the annotator's word follows an estimate, in `0...1`.
  package var feedback: Double
  /// Of the draws of feedback.
  package var seed: UInt64
  /// Over how many judged objects the moving average runs, at least 1.
  package var window: Int

  package init(
    mode: Mode = .corrected,
    distance: PrototypeDistance = .cosine,
    epsilon: Double,
    feedback: Double = 1,
    seed: UInt64 = 0,
    window: Int = 100
  ) {
    self.mode = mode
    self.distance = distance
    self.epsilon = epsilon
    self.feedback = feedback
    self.seed = seed
    self.window = window
  }

  /// What is wrong with the parameters, or `nil`.
  package var problem: String? {
    if !(epsilon > 0 && epsilon.isFinite) { return "epsilon must be a finite number above 0" }
    if !(feedback >= 0 && feedback <= 1) { return "feedback must be a probability, 0 to 1" }
    if !(1...Self.largestWindow).contains(window) {
      return "window must be 1 to \(Self.largestWindow) objects"
    }
    return nil
  }

  private static let largestWindow = 1_000_000
}
