/// Finds hashes that differ in few bits, without comparing all pairs.
///
/// A hash of 63 bits is cut into one band more than bits may differ: of two hashes that near, one band at
/// least is the same in both.
struct SignatureIndex {
  private static let bits = 63
  private let bands: [(shift: UInt64, mask: UInt64)]
  /// By band: the images whose hash has a value there.
  private var images: [[UInt64: [Int]]]

  init(maximumDistance: Int) {
    let count = maximumDistance + 1
    bands = (0..<count).map { band in
      let (start, end) = (band * Self.bits / count, (band + 1) * Self.bits / count)
      return (UInt64(start), (1 << UInt64(end - start)) - 1)
    }
    images = Array(repeating: [:], count: count)
  }

  mutating func add(_ image: Int, _ hash: UInt64) {
    for (band, place) in bands.enumerated() {
      images[band][hash >> place.shift & place.mask, default: []].append(image)
    }
  }

  /// Calls `body` with all images that may be near enough, and some that are not; with one of them perhaps
  /// several times.
  func meetNeighbours(of hash: UInt64, _ body: (Int) -> Void) {
    for (band, place) in bands.enumerated() {
      for image in images[band][hash >> place.shift & place.mask, default: []] { body(image) }
    }
  }
}
