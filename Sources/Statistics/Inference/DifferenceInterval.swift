/// Interval of the difference of two independent estimates, first less second, from an interval of each.
///
/// The distances of the limits from the estimates, squared and added (MOVER): it keeps the skewness of
/// both, and of two Wilson intervals it is Newcombe's.
///
/// Source: G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures", 2008.
package func differenceInterval(
  _ first: (value: Double, low: Double, high: Double),
  _ second: (value: Double, low: Double, high: Double)
) -> (low: Double, high: Double) {
  func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
  let difference = first.value - second.value
  return (
    difference - length(first.value - first.low, second.high - second.value),
    difference + length(first.high - first.value, second.value - second.low)
  )
}
