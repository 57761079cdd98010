/// Sums of a quantity by image, to be added up for many resamples.
struct ImageSums: Sendable {
  private let images: [Int32]
  private let sums: [Double]

  /// `images`: In an order that does not depend on the input's; it is the order of addition.
  init(images: [Int32], sums: [Double]) {
    precondition(images.count == sums.count, "each sum belongs to an image")
    self.images = images
    self.sums = sums
  }

  /// The sum over all images in each resample.
  ///
  /// - Complexity: O(images), for all resamples together.
  func total(in resamples: Resamples) -> SIMD16<Double> {
    guard !resamples.isWhole else { return SIMD16(repeating: sums.reduce(0, +)) }
    var total = SIMD16<Double>()
    for position in images.indices {
      total += resamples[images[position]].doubles * sums[position]
    }
    return total
  }
}
