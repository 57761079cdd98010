/// The x with P(X ≤ x) = p for X ~ Beta(a, b), 0 < p < 1.
///
/// Full precision of x near 0; near 1 use the complement, 1 − betaQuantile(1 − p, b, a).
package func betaQuantile(_ p: Double, a: Double, b: Double) -> Double {
  firstArgument(upTo: 1) { incompleteBeta($0, complement: 1 - $0, a: a, b: b).lower >= p }
}
