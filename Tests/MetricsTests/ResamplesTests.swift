import Statistics
import Testing

@testable import Metrics

/// Sums of sixteen resamples at once, against those of one resample after the other.
@Suite("Resamples of the images, side by side")
struct ResamplesTests {
  private let images = 40
  /// Fewer than fill the width, from the middle of the sequence.
  private let numbers = 20..<33
  private var resamples: Resamples { Resamples(numbers, images: images, seed: 5) }

  /// How often each image is drawn, by resample, one draw after the other.
  private var draws: [[Int]] {
    numbers.map { number in
      var generator = SeededGenerator(seed: 5, stream: UInt64(number))
      var counts = [Int](repeating: 0, count: images)
      for _ in 0..<images { counts[generator.index(below: images)] += 1 }
      return counts
    }
  }

  @Test("draw the images that each of them draws by itself")
  func sameDraws() {
    #expect(resamples.count == 13)
    for (resample, counts) in draws.enumerated() {
      for (image, count) in counts.enumerated() {
        let drawn = resamples[Int32(image)]
        #expect(drawn[resample] == count)
        #expect(drawn.integers[resample] == UInt32(count))
        #expect(drawn.doubles[resample] == Double(count))
      }
    }
  }

  @Test("count things of several kinds, large numbers too")
  func counts() {
    // Beyond what an entry holds, in an order that is not that of the kinds.
    let entries: [ImageCounts.Entry] = (0..<120).map { number in
      ImageCounts.Entry(
        kind: Int32(number % 3),
        image: Int32(number * 7 % images),
        count: Int32(number % 5 == 0 ? 100_000 + number : number % 4)
      )
    }
    let counts = ImageCounts(entries, kinds: 4)
    for kind in 0..<4 {
      let total = counts.total(of: kind, in: resamples)
      for (resample, draws) in draws.enumerated() {
        let expected = entries.filter { $0.kind == kind }.reduce(0) {
          $0 + Int($1.count) * draws[Int($1.image)]
        }
        #expect(total[resample] == expected)
      }
    }
  }

  @Test("count more things than one sum of 32 bits is let hold")
  func manyCounts() {
    // 2·10⁷ things are 78,432 entries of 255 at most; a sum of 32 bits takes 65,536 of them.
    let entries = [
      ImageCounts.Entry(image: 0, count: 20_000_000), ImageCounts.Entry(image: 1, count: 3),
    ]
    #expect(ImageCounts(entries).total(in: .none)[0] == 20_000_003)
    let resamples = Resamples(0..<2, images: 2, seed: 9)
    let total = ImageCounts(entries).total(in: resamples)
    for resample in 0..<2 {
      let expected = 20_000_000 * resamples[0][resample] + 3 * resamples[1][resample]
      #expect(total[resample] == expected)
    }
  }

  @Test("have the means of one resample by itself, to the bit, and none without a row")
  func means() {
    // Rows in every third image only, so that a resample of few images can have none.
    var generator = SeededGenerator(seed: 1)
    let rows = (0..<60).map { (image: Int32($0 / 5 * 3), value: generator.unit() - 0.3) }
    let means = ImageMeans(rows, image: { $0.image }, columns: [{ $0.value }, { -3 * $0.value }])
    #expect(means.support == 12)
    #expect(means.n == 60)
    let found = means.means(in: resamples)
    for (resample, draws) in draws.enumerated() {
      for (column, factor) in [1.0, -3].enumerated() {
        var (n, sum) = (0, 0.0)
        for image in stride(from: 0, to: 36, by: 3) {
          let own = rows.filter { $0.image == image }
          n += own.count * draws[image]
          sum += own.reduce(0) { $0 + factor * $1.value } * Double(draws[image])
        }
        #expect(found[column * numbers.count + resample] == sum / Double(n))
      }
    }
    let rare = ImageMeans([7], image: { $0 }, columns: [{ _ in 2 }]).means(in: resamples)
    #expect(rare == draws.map { $0[7] > 0 ? 2 : nil })
  }

  @Test("have the distribution of the values that they draw")
  func distribution() {
    var generator = SeededGenerator(seed: 2)
    // More than two runs of values that are fetched together, many of them equal.
    let values = (0..<77).map { _ in Double(generator.index(below: 50)) / 64 }.sorted()
    let places = values.indices.map { Int32($0 * 11 % images) }
    let drawn = DrawnIoUs(values, images: places, in: resamples)
    for (resample, draws) in draws.enumerated() {
      let own = zip(values, places).flatMap { value, image in
        [Double](repeating: value, count: draws[Int(image)])
      }
      #expect(drawn.n[resample] == own.count)
      #expect(drawn.minimum(of: resample) == own.first)
      for share in [0, 0.05, 0.25, 0.5, 0.9, 1] {
        #expect(drawn.quantile(share, of: resample) == quantile(share, ofSorted: own).value)
      }
      for position in [0, 1, 31, 32, 33, 64, 76, 77] {
        let before = zip(values, places).prefix(position).reduce(0) { $0 + draws[Int($1.1)] }
        #expect(drawn.count(before: position)[resample] == before)
      }
      let moments = Moments(own)
      let mean = moments.mean.value ?? .nan
      let deviation = moments.standardDeviation.value ?? .nan
      #expect(abs(drawn.mean(of: resample) - mean) < 1e-14)
      #expect(abs((drawn.deviation(of: resample) ?? .nan) - deviation) < 1e-14)
    }
  }

  @Test("are one of all images where nothing is drawn")
  func none() {
    #expect(Resamples.none.count == 1)
    let means = ImageMeans([0, 0, 90_000], image: { $0 }, columns: [{ Double($0) }])
    #expect(means.means(in: .none) == [30_000])
  }
}
