import Statistics
import Testing

@Suite("Cohen's kappa")
struct CohenKappaTests {
  @Test("is undefined, not zero, when nothing was rated twice")
  func noPair() {
    let kappa = CohenKappa(ContingencyTable(), declaredCategories: 2)
    #expect(kappa.n == 0)
    for number in [
      kappa.observed, kappa.expected, kappa.kappa, kappa.standardError, kappa.nullStandardError,
      kappa.maximum, kappa.pabak, kappa.prevalenceIndex, kappa.biasIndex,
    ] { #expect(number == .undefined(.noPair)) }
    #expect(kappa.interval95 == nil)
  }

  @Test("is undefined with its reason when only one category was used, beside full agreement")
  func oneCategory() {
    let kappa = CohenKappa(contingencyTable([[7, 0], [0, 0]]), declaredCategories: 2)
    #expect(kappa.kappa == .undefined(.oneCategory))
    #expect(kappa.standardError == .undefined(.oneCategory))
    #expect(kappa.maximum == .undefined(.oneCategory))
    #expect(kappa.observed == .value(1))
    #expect(kappa.pabak == .value(1))
  }

  @Test("is exactly 0 with no error when one annotator used one category only")
  func oneConstantAnnotator() {
    // pₒ = 61/121 and pₑ = 61·121/121² agree only because both are formed in integers.
    let kappa = CohenKappa(contingencyTable([[61, 60], [0, 0]]), declaredCategories: 2)
    #expect(kappa.kappa == .value(0))
    #expect(kappa.standardError == .value(0))
    #expect(kappa.nullStandardError == .value(0))
    #expect(NormalTest(estimate: kappa.kappa, nullStandardError: kappa.nullStandardError) == nil)
  }

  @Test("is exactly 1 for identical annotators, its interval the point")
  func identical() throws {
    let counts = (0..<150).map { row in (0..<150).map { $0 == row ? row + 1 : 0 } }
    let kappa = CohenKappa(contingencyTable(counts), declaredCategories: 150)
    #expect(kappa.kappa == .value(1))
    #expect(kappa.standardError == .value(0))
    let interval = try #require(kappa.interval95)
    #expect(interval == (1, 1))
  }

  @Test("does not overflow at a billion pairs per cell")
  func hugeCounts() {
    // n = 4·10⁹, agreement 2·10⁹, chance ½: κ = 0. n² exceeds 2⁶³.
    let billion = 1_000_000_000
    let table = contingencyTable([[billion, billion], [billion, billion]])
    #expect(CohenKappa(table, declaredCategories: 2).kappa == .value(0))
  }

  @Test("does not depend on which annotator comes first, but for the sign of the bias")
  func swapped() {
    let table = contingencyTable([[8, 1], [11, 12]])
    let kappa = CohenKappa(table, declaredCategories: 2)
    let swapped = CohenKappa(table.transposed, declaredCategories: 2)
    #expect(kappa.kappa == swapped.kappa)
    #expect(kappa.nullStandardError == swapped.nullStandardError)
    #expect(kappa.prevalenceIndex == swapped.prevalenceIndex)
    // Byrt's (n₀₁ − n₁₀)/n = (1 − 11)/32.
    #expect(kappa.biasIndex == .value(-0.3125))
    #expect(swapped.biasIndex == .value(0.3125))
  }

  @Test("swapping the annotators changes no bit of any error, interval or test", arguments: 1...40)
  func swappedBits(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var table = ContingencyTable()
    for _ in 0..<60 {
      table.add(row: Int32(generator.index(below: 6)), column: Int32(generator.index(below: 6)))
    }
    let swapped = table.transposed
    #expect(
      CohenKappa(table, declaredCategories: 6) == CohenKappa(swapped, declaredCategories: 6)
    )
    for weights: WeightedKappa.Weights in [.linear, .quadratic] {
      #expect(
        WeightedKappa(table, weights: weights, declaredCategories: 6)
          == WeightedKappa(swapped, weights: weights, declaredCategories: 6)
      )
    }
    #expect(table.bowkerTest(declaredCategories: 6) == swapped.bowkerTest(declaredCategories: 6))
    #expect(
      table.stuartMaxwellTest(declaredCategories: 6)
        == swapped.stuartMaxwellTest(declaredCategories: 6)
    )
  }

  @Test("keeps the digits of its error where nearly all pairs are of one category")
  func nearlyOneCategory() throws {
    // n = 10⁹ + 2 with one disagreement each way.
    let table = contingencyTable([[1_000_000_000, 1], [1, 0]])
    let kappa = CohenKappa(table, declaredCategories: 2)
    // pₒ = 1 − 2/n, 1 − pₑ = 2(n − 1)/n², so κ = 1 − (2/n)/(2(n − 1)/n²) = −1/(n − 1).
    #expect(kappa.kappa == .value(-1 / 1_000_000_001))
    // FCE 14 with r = c: SE₀² = 2r₁²r₂²/n over (2r₁r₂)², that is SE₀ = √(1/n).
    let error = try #require(kappa.nullStandardError.value)
    #expect(abs(error * 1_000_000_002.0.squareRoot() - 1) < 1e-6)
  }

  @Test("has no indices beside more than two declared categories, or for codes beyond them")
  func indices() {
    let table = contingencyTable([[3, 1], [1, 3]])
    let three = CohenKappa(table, declaredCategories: 3)
    #expect(three.prevalenceIndex == .undefined(.twoCategoriesOnly))
    var background = table
    background.add(row: -1, column: 0)
    let two = CohenKappa(background, declaredCategories: 2)
    #expect(two.biasIndex == .undefined(.twoCategoriesOnly))
  }

  @Test("has no PABAK for fewer than two declared categories")
  func declared() {
    let kappa = CohenKappa(contingencyTable([[4]]), declaredCategories: 1)
    #expect(kappa.pabak == .undefined(.fewerThanTwoDeclared))
  }
}

@Suite("Weighted kappa")
struct WeightedKappaTests {
  @Test("with disagreements of 0 and 1 equals the unweighted one")
  func zeroOne() throws {
    let table = contingencyTable([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    let plain = CohenKappa(table, declaredCategories: 3)
    let weighted = WeightedKappa(
      table,
      weights: .custom([0, 1, 1, 1, 0, 1, 1, 1, 0]),
      declaredCategories: 3
    )
    for (a, b) in [
      (plain.kappa, weighted.kappa), (plain.standardError, weighted.standardError),
      (plain.nullStandardError, weighted.nullStandardError),
    ] { #expect(abs(try #require(a.value) - #require(b.value)) < 1e-14) }
  }

  @Test("changes with an unused declared category, which moves its neighbours apart")
  func unusedCategory() throws {
    // Categories 0 and 2 of 3, then 0 and 1 of 2: a pair of ends disagrees by 1 in both.
    var gap = ContingencyTable()
    var dense = ContingencyTable()
    for (row, column, count) in [(0, 0, 4), (0, 1, 1), (1, 1, 5)] {
      gap.add(row: Int32(2 * row), column: Int32(2 * column), count: count)
      dense.add(row: Int32(row), column: Int32(column), count: count)
    }
    let spread = WeightedKappa(gap, weights: .linear, declaredCategories: 3)
    #expect(spread.kappa == WeightedKappa(dense, weights: .linear, declaredCategories: 2).kappa)
    gap.add(row: 0, column: 1)
    dense.add(row: 0, column: 1)
    #expect(
      WeightedKappa(gap, weights: .linear, declaredCategories: 3).kappa
        != WeightedKappa(dense, weights: .linear, declaredCategories: 2).kappa
    )
  }

  @Test("is undefined without a pair, and for one category")
  func undefined() {
    let empty = WeightedKappa(ContingencyTable(), weights: .quadratic, declaredCategories: 3)
    #expect(empty.kappa == .undefined(.noPair))
    #expect(empty.observed == .undefined(.noPair))
    let constant = WeightedKappa(
      contingencyTable([[0, 0], [0, 9]]),
      weights: .quadratic,
      declaredCategories: 2
    )
    #expect(constant.kappa == .undefined(.oneCategory))
    #expect(constant.observed == .value(1))
  }
}
