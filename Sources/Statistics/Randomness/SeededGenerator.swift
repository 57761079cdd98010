/// Random numbers that are the same on every machine: xoshiro256** seeded by SplitMix64.
///
/// Draw with `index(below:)` and `unit()`: the standard library's `random(in:using:)` may change its
/// algorithm between releases, and with it every resampled interval.
///
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2021.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// One of 2⁶⁴ sequences of a seed, so that replicates can be drawn in any order.
  package init(seed: UInt64, stream: UInt64) {
    var seeds = SplitMix64(state: seed)
    var streams = SplitMix64(state: stream ^ seeds.next())
    self.init(seed: streams.next())
  }

  package mutating func next() -> UInt64 {
    let result = (state.1 &* 5).rotatedLeft(7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotatedLeft(45)
    return result
  }

  /// An index in `0..<bound`, all equally likely (Lemire's multiplication with rejection).
  package mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "there is no index below 0")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A multiple of 2⁻⁵³ in `0..<1`.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// Seeds other generators.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension UInt64 {
  fileprivate func rotatedLeft(_ bits: UInt64) -> UInt64 { (self << bits) | (self >> (64 - bits)) }
}
