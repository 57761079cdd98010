import Statistics
import Testing

@Suite("Moments")
struct MomentsTests {
  @Test("a large common offset costs no digit of the variance")
  func offset() {
    // 10⁹ + (4, 7, 13, 16): deviations −6, −3, 3, 6; squares 36 + 9 + 9 + 36 = 90; 90 / 3 = 30.
    let moments = Moments([4, 7, 13, 16].map { 1e9 + $0 })
    #expect(moments.mean == .value(1_000_000_010))
    #expect(moments.variance == .value(30))
    #expect(moments.populationVariance == .value(22.5))
  }

  @Test("equal values that no double sum represents have exactly no variance")
  func equalValues() {
    let moments = Moments(Array(repeating: 0.1, count: 1000))
    #expect(moments.mean == .value(0.1))
    #expect(moments.variance == .value(0))
  }

  @Test("is undefined, not zero, without enough values")
  func tooFew() {
    #expect(Moments().mean == .undefined(.noValue))
    #expect(Moments().variance == .undefined(.noValue))
    #expect(Moments([3]).mean == .value(3))
    #expect(Moments([3]).variance == .undefined(.oneValue))
    #expect(Moments([3]).populationVariance == .value(0))
  }

  @Test("a value that is not finite is counted and makes the moments undefined")
  func notFinite() {
    let moments = Moments([1, .infinity, .nan])
    #expect(moments.n == 1)
    #expect(moments.notFinite == 2)
    #expect(moments.mean == .undefined(.notFinite))
    #expect(moments.variance == .undefined(.notFinite))
  }

  @Test("an exact sum keeps what cancels and rounds once, ties to even")
  func exactSum() {
    func sum(_ terms: Double...) -> Double {
      var sum = ExactSum()
      for term in terms { sum.add(term) }
      return sum.value
    }
    #expect(sum(1e308, 1, -1e308) == 1)
    #expect(sum(1e16, 1, 1) == 1e16 + 2)
    // Doubles near 2⁵³ are 2 apart: a tie goes to the even neighbour, a trace above it goes up.
    #expect(sum(0x1p53, 1) == 0x1p53)
    #expect(sum(0x1p53, 1, 0x1p-1074) == 0x1p53 + 2)
    #expect(sum(-0x1p53, -1, -0x1p-1074) == -0x1p53 - 2)
    #expect(sum(0x1p-1074, 0x1p-1074) == 0x1p-1073)
    #expect(sum(1e308, 1e308) == .infinity)
    #expect(sum() == 0)
  }

  @Test("a hostile state is refused, not trusted")
  func hostileState() {
    for text in [
      #"{"lowest":0,"digits":[0]}"#, #"{"lowest":0,"digits":[1,-1]}"#,
      #"{"lowest":0,"digits":[4294967296]}"#, #"{"lowest":-9000000000,"digits":[1]}"#,
      #"{"lowest":60,"digits":[1,1,1,1,1,1,1,1]}"#,
    ] {
      #expect(throws: DecodingError.self, "\(text)") { try decode(ExactSum.self, text) }
    }
  }
}
