import Statistics
import Testing

@Suite("Nominal coincidences")
struct NominalCoincidencesTests {
  @Test("weigh pairs of a unit by its size")
  func unitSizes() {
    // Units {0, 1}, {0, 0, 1}, {1, 1}; N = 7, n₀ = 3, n₁ = 4; D_e = 49 − 9 − 16 = 24.
    // Disagreeing ordered pairs: 2/(2−1) + 4/(3−1) = 4. α = 1 − 6·4/24 = 0.
    var coincidences = NominalCoincidences()
    coincidences.addUnit([0, 1])
    coincidences.addUnit([0, 0, 1])
    coincidences.addUnit([1, 1])
    #expect(coincidences.values == 7)
    #expect(coincidences.alpha == .value(0))
  }

  @Test("a pair is a unit of two")
  func pairs() {
    var pairs = NominalCoincidences()
    pairs.addPair(3, 4, count: 2)
    pairs.addPair(3, 3)
    var units = NominalCoincidences()
    for unit: [Int32] in [[3, 4], [4, 3], [3, 3]] { units.addUnit(unit) }
    #expect(pairs == units)
  }

  @Test("have an α where the square of the values is beyond 64 bits")
  func manyValues() throws {
    // Uses 3·10⁹ and 10⁹ of 2·10⁹ pairs, 5·10⁸ of them unequal: N² − Σn² = 16 − 9 − 1 = 6·10¹⁸,
    // α = 1 − (4·10⁹ − 1)·10⁹ / 6·10¹⁸ = 1 − .66666666650.
    let alpha = NominalCoincidences.alpha(
      uses: [3_000_000_000, 1_000_000_000],
      unequalPairs: 500_000_000
    )
    #expect(abs(try #require(alpha.value) - 0.333333333500) < 1e-12)
    #expect(NominalCoincidences.alpha(uses: [1 << 40], unequalPairs: 0) == .undefined(.oneCategory))
    // At the limit: N = 3,037,000,499, so that N² just fits; with n = (N − 1, 1) it is N² − Σn² = 2(N − 1).
    let limit = NominalCoincidences.alpha(uses: [3_037_000_498, 1], unequalPairs: 1)
    // α = 1 − (N − 1)·2 / 2(N − 1) = 0.
    #expect(limit == .value(0))
  }

  @Test("leave out units of fewer than two values")
  func unpairable() {
    var coincidences = NominalCoincidences()
    coincidences.addUnit([])
    coincidences.addUnit([5])
    #expect(coincidences == NominalCoincidences())
    #expect(coincidences.alpha == .undefined(.noPair))
  }

  @Test("are undefined, not 1, when all pairable values are equal")
  func noVariation() {
    var coincidences = NominalCoincidences()
    coincidences.addPair(2, 2, count: 10)
    coincidences.addUnit([9])
    #expect(coincidences.alpha == .undefined(.oneCategory))
  }

  @Test("refuse a damaged state")
  func damage() {
    for text in [
      #"{"uses":[[0,-1]],"disagreements":[]}"#, #"{"uses":[],"disagreements":[[1,2]]}"#,
      #"{"uses":[[0,1],[0,2]],"disagreements":[]}"#, #"{"uses":[]}"#,
    ] {
      #expect(throws: DecodingError.self, "\(text)") { try decode(NominalCoincidences.self, text) }
    }
  }
}

@Suite("Value coincidences")
struct ValueCoincidencesTests {
  @Test("agree with the nominal sums on the nominal scale")
  func nominal() throws {
    var values = ValueCoincidences()
    var codes = NominalCoincidences()
    for unit: [Int32] in [[0, 1], [0, 0, 1], [1, 1], [2, 1, 1, 0]] {
      codes.addUnit(unit)
      values.addUnit(unit.map(Double.init))
    }
    let difference = try #require(codes.alpha.value) - #require(values.alpha(.nominal).value)
    #expect(abs(difference) < 1e-15)
  }

  @Test("refuse the ratio of negative values, and values that are not finite")
  func undefined() {
    var values = ValueCoincidences()
    values.addUnit([-1, 1])
    #expect(values.alpha(.ratio) == .undefined(.negativeRatio))
    values.addUnit([.nan, 1])
    #expect(values.alpha(.interval) == .undefined(.notFinite))
  }
}
