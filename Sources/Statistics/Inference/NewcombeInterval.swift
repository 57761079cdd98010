/// Interval of the difference of two independent proportions, first less second.
///
/// Newcombe's method 10: the limits' distances from the estimates of two Wilson intervals, squared and
/// added. Stays inside −1...1, also for 0 and full counts. Nil where one has no trial.
///
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", 1998.
package func newcombeInterval(
  _ first: (successes: Int, trials: Int),
  _ second: (successes: Int, trials: Int),
  z: Double = normal975
) -> (low: Double, high: Double)? {
  guard let a = wilsonInterval(successes: first.successes, trials: first.trials, z: z),
    let b = wilsonInterval(successes: second.successes, trials: second.trials, z: z)
  else { return nil }
  return differenceInterval(
    (Double(first.successes) / Double(first.trials), a.low, a.high),
    (Double(second.successes) / Double(second.trials), b.low, b.high)
  )
}
