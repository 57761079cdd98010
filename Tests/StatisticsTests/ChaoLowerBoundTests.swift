import Statistics
import Testing

@Suite("Chao's lower bound")
struct ChaoLowerBoundTests {
  @Test("is that of R's vegan for the trees of Barro Colorado Island")
  func vegan() {
    // specpool(BCI), vegan 2.5 and 2.6: 225 species in 50 plots, chao 236.3732, jack1 245.58, jack2 247.8722.
    // jack1 = 225 + 49/50 · f1 gives f1 = 21, jack2 = 225 + 97/50 · f1 − 48²/(50 · 49) · f2 gives f2 = 19.
    // Tolerance: half of the last digit that R prints.
    #expect(abs(225 + chaoLowerBound(once: 21, twice: 19, occasions: 50) - 236.3732) <= 0.00005)
  }

  @Test("is, for many occasions, that of Chao's cottontails")
  func cottontails() {
    // Chao 1987, table of Edwards and Eberhardt: f1 = 43, f2 = 16, 76 caught on 18 nights. By her formula, without
    // (t − 1)/t: 76 + 43²/32 = 133.78; with it f0 is 17/18 of 57.78125.
    let unseen = chaoLowerBound(once: 43, twice: 16, occasions: 18)
    #expect(abs(unseen - 57.78125 * 17 / 18) < 1e-12)
  }

  @Test("of two occasions of equal catch is the estimate of Lincoln and Petersen")
  func twoOccasions() {
    // 50 on each, 30 of them on both: 50 · 50 / 30 there are, 70 were seen.
    #expect(abs(chaoLowerBound(once: 40, twice: 30, occasions: 2) - (2500.0 / 30 - 70)) < 1e-12)
  }

  @Test("exists where nothing was caught twice")
  func neverTwice() {
    // 2/3 · 4 · 3 / 2
    #expect(chaoLowerBound(once: 4, twice: 0, occasions: 3) == 4)
    #expect(chaoLowerBound(once: 0, twice: 0, occasions: 3) == 0)
  }
}
