/// How far apart two vectors are.
package enum VectorDistance: String, CaseIterable, Sendable {
  /// 1 − ⟨a, b⟩ / (‖a‖ ‖b‖), in 0...2; 1 to and from a vector of zeros.
  case cosine
  /// Euclidean: ‖a − b‖.
  case l2
}
