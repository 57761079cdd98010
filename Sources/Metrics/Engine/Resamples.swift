import Statistics

/// Some resamples of the images, side by side: how often each of them draws each image.
///
/// A sum over images is made for all of them at once, in the order of the images for each, so it is the
/// same to the bit as that of one resample by itself.
package struct Resamples: Sendable {
  /// The most resamples side by side: a constant, so that results do not depend on the machine.
  package static let width = 16

  /// The number of resamples, at most `width`.
  package let count: Int

  /// By image; one entry that is every image's where each counts once.
  private let draws: [Draws]
  /// All bits, or none where one entry is every image's.
  private let mask: Int

  /// All images as they are, in place of a resample.
  package static let none = Resamples(count: 1, draws: [Draws(repeating: 1)], mask: 0)

  /// The resamples of these numbers; each draws as many images as there are.
  package init(_ numbers: Range<Int>, images: Int, seed: UInt64) {
    precondition(
      numbers.count <= Self.width,
      "no more resamples side by side than there is room for"
    )
    var draws = [Draws](repeating: Draws(repeating: 0), count: images)
    var counts = [UInt8](repeating: 0, count: images)
    for (lane, number) in numbers.enumerated() {
      var generator = SeededGenerator(seed: seed, stream: UInt64(number))
      generator.resample(into: &counts)
      for image in draws.indices {
        draws[image].add(UInt32(counts[image]), to: lane)
        counts[image] = 0
      }
    }
    self.init(count: numbers.count, draws: draws, mask: -1)
  }

  /// Whether each image counts once, so that plain sums give the same in less time.
  var isWhole: Bool { mask == 0 }

  private init(count: Int, draws: [Draws], mask: Int) {
    self.count = count
    self.draws = draws
    self.mask = mask
  }

  @inline(__always)
  subscript(image: Int32) -> Draws { draws[Int(image) & mask] }

  /// How often one image is drawn by each resample.
  ///
  /// Sixteen counts of a byte each fill a register, and rows of all images a cache. The byte `k` of the
  /// word `j` is of the resample `4k + j`, so that shifting yields four neighbours as words.
  struct Draws: Sendable {
    private var packed: SIMD4<UInt32>

    init(repeating count: UInt32) { packed = SIMD4(repeating: count * 0x0101_0101) }

    fileprivate mutating func add(_ count: UInt32, to lane: Int) {
      packed[lane % 4] |= count << (8 * UInt32(lane / 4))
    }

    // Left to itself the compiler makes calls of parts of these, which empty all registers.
    @inline(__always)
    var integers: SIMD16<UInt32> {
      SIMD16(
        lowHalf: SIMD8(lowHalf: four(0), highHalf: four(8)),
        highHalf: SIMD8(lowHalf: four(16), highHalf: four(24))
      )
    }

    @inline(__always)
    var doubles: SIMD16<Double> {
      SIMD16(
        lowHalf: SIMD8(lowHalf: fourDoubles(0), highHalf: fourDoubles(8)),
        highHalf: SIMD8(lowHalf: fourDoubles(16), highHalf: fourDoubles(24))
      )
    }

    /// Each count multiplied.
    @inline(__always)
    func times(_ factor: UInt8) -> SIMD16<UInt32> { integers &* UInt32(factor) }

    /// Of the resample `lane`.
    subscript(lane: Int) -> Int {
      Int(packed[lane % 4] >> (8 * UInt32(lane / 4)) & 0xff)
    }

    @inline(__always)
    private func four(_ shift: UInt32) -> SIMD4<UInt32> { (packed &>> shift) & 0xff }

    @inline(__always)
    private func fourDoubles(_ shift: UInt32) -> SIMD4<Double> {
      // Bytes are small, so the signed conversion, which has an instruction, serves.
      SIMD4<Double>(SIMD4<Int32>(truncatingIfNeeded: four(shift)))
    }
  }
}
