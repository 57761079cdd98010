/// The least number from 0 on at which a rising function reaches a target, to the last bit it resolves.
///
/// Bisects the bit patterns of doubles, whose order is that of non-negative numbers, so 64 steps
/// settle every magnitude equally well. The bound where the target is not reached.
func firstArgument(upTo bound: Double, where isReached: (Double) -> Bool) -> Double {
  var low: UInt64 = 0
  var high = bound.bitPattern
  while low < high {
    let middle = low + (high - low) / 2
    if isReached(Double(bitPattern: middle)) { high = middle } else { low = middle + 1 }
  }
  return Double(bitPattern: low)
}
