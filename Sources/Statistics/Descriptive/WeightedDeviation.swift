/// √(mean squared deviation from the mean), weighted; exactly 0 where all values are equal.
///
/// Two passes over differences from the smallest value, so a large common offset costs no digits, in
/// ascending order, so the order given changes no bit. 0 without a value.
func weightedDeviation(_ unsorted: [(value: Double, weight: Double)]) -> Double {
  let values = unsorted.sorted { $0 < $1 }
  guard let first = values.first else { return 0 }
  let weight = values.reduce(0) { $0 + $1.weight }
  let mean = values.reduce(0) { $0 + $1.weight * ($1.value - first.value) } / weight
  let sum = values.reduce(0) { sum, next in
    let deviation = next.value - first.value - mean
    return sum + next.weight * deviation * deviation
  }
  return (sum / weight).squareRoot()
}
