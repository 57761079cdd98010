import Glibc

/// Binomial density Γ(n+1)/(Γ(x+1)Γ(n−x+1)) pˣ qⁿ⁻ˣ for real 0 < x < n, without the cancellation of log-gammas.
///
/// Relative error a few 1e-15, also for n in the billions. `q` is 1 − p, given apart so neither end
/// loses digits.
///
/// Source: C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
func binomialDensity(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
  let rest = n - x
  let corrections = stirlingError(n) - stirlingError(x) - stirlingError(rest)
  let exponent = corrections - deviance(x, n * p) - deviance(rest, n * q)
  return exp(exponent) * (n / (2 * .pi * x * rest)).squareRoot()
}

/// Poisson density μˣ e⁻ᵘ / Γ(x+1) for real x > 0.
///
/// Same source and accuracy as `binomialDensity`.
func poissonDensity(_ x: Double, mean: Double) -> Double {
  exp(-stirlingError(x) - deviance(x, mean)) / (2 * .pi * x).squareRoot()
}

/// log Γ(n+1) − log of Stirling's formula, for n > 0.
private func stirlingError(_ n: Double) -> Double {
  var sum = 0.0
  var n = n
  while n < 15 {
    // δ(n) − δ(n+1); each term is of order 1/12n², so nothing cancels.
    sum += (n + 0.5) * log1p(1 / n) - 1
    n += 1
  }
  let square = n * n
  let tail = 1.0 / 1680 - (1.0 / 1188 - 691.0 / (360360 * square)) / square
  return sum + (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - tail / square) / square) / square) / n
}

/// x·log(x/μ) + μ − x, by its series where x and μ are close.
private func deviance(_ x: Double, _ mean: Double) -> Double {
  guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
  let ratio = (x - mean) / (x + mean)
  var sum = (x - mean) * ratio
  var term = 2 * x * ratio
  var odd = 1.0
  while true {
    term *= ratio * ratio
    odd += 2
    let next = sum + term / odd
    if next == sum { return next }
    sum = next
  }
}
