/// Random numbers that are the same on every machine for the same seed and stream.
///
/// xoshiro256**, its state filled by SplitMix64.
///
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2021.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// `stream` tells apart the independent sequences of one seed.
  package init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = seed ^ (stream &* 0xd1b5_4a32_d192_ed03)
    func next() -> UInt64 {
      mixer &+= 0x9e37_79b9_7f4a_7c15
      var mixed = mixer
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
    state = (next(), next(), next(), next())
  }

  package mutating func next() -> UInt64 {
    let scrambled = Self.rotate(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotate(state.3, by: 45)
    return scrambled
  }

  private static func rotate(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }
}
