/// How many things of each of some kinds stand in each image, to be summed for many resamples.
///
/// Most kinds stand in few images, so an image without one has no entry.
struct ImageCounts: Sendable {
  /// Things of one kind in one image.
  struct Entry {
    var kind: Int32 = 0
    var image: Int32
    var count: Int32
  }

  /// By kind: where its entries start, and behind the last kind where they end.
  private let starts: [Int]
  private let images: [Int32]
  /// A count beyond 255 takes more than one entry.
  private let counts: [UInt8]

  /// Entries between which sums of 32 bits cannot overflow: each adds at most 255 · 255.
  private static let run = 1 << 16

  /// `entries`: In any order; counts of the same kind and image add up.
  init(_ entries: [Entry], kinds: Int = 1) {
    var next = [Int](repeating: 0, count: kinds + 1)
    for entry in entries { next[Int(entry.kind) + 1] += (Int(entry.count) + 254) / 255 }
    for kind in 0..<kinds { next[kind + 1] += next[kind] }
    starts = next
    var images = [Int32](repeating: 0, count: next[kinds])
    var counts = [UInt8](repeating: 0, count: next[kinds])
    for entry in entries {
      var rest = entry.count
      while rest > 0 {
        let position = next[Int(entry.kind)]
        images[position] = entry.image
        counts[position] = UInt8(min(rest, 255))
        next[Int(entry.kind)] += 1
        rest -= 255
      }
    }
    self.images = images
    self.counts = counts
  }

  /// How many things of a kind there are in each resample.
  ///
  /// - Complexity: O(images with such a thing), for all resamples together.
  func total(of kind: Int = 0, in resamples: Resamples) -> SIMD16<Int> {
    guard !resamples.isWhole else {
      return SIMD16(repeating: counts[starts[kind]..<starts[kind + 1]].reduce(0) { $0 + Int($1) })
    }
    var total = SIMD16<Int>()
    var start = starts[kind]
    while start < starts[kind + 1] {
      let end = min(start + Self.run, starts[kind + 1])
      var sum = SIMD16<UInt32>()
      for position in start..<end {
        sum &+= resamples[images[position]].times(counts[position])
      }
      total &+= SIMD16<Int>(truncatingIfNeeded: sum)
      start = end
    }
    return total
  }
}
