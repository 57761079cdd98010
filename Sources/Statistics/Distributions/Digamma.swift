import Glibc

/// ψ(x) = d log Γ(x)/dx for x > 0, to about 1e-15.
///
/// Source: DLMF 5.5.2 (recurrence up to x ≥ 10), 5.11.2 (asymptotic series).
package func digamma(_ x: Double) -> Double {
  precondition(x > 0, "digamma of a positive number")
  var x = x
  var sum = 0.0
  while x < 10 {
    sum -= 1 / x
    x += 1
  }
  let square = 1 / (x * x)
  let tail = 1.0 / 240 - square * (1.0 / 132 - square * (691.0 / 32760 - square / 12))
  let series = square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * tail)))
  return sum + log(x) - 0.5 / x - series
}
