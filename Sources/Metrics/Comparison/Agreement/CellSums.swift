/// How often each category was used on each side, and by both for one object; in some resamples of the images.
struct CellSums {
  /// How many resamples there are.
  let resamples: Int
  /// Codes of the categories that were used, ascending; rows are by position in this list.
  let categories: [Int32]
  /// How often a side said a category of an object, the missing object behind the last.
  let objects: Sides<ResampleRows<Int>>
  /// Objects of a category that the other side does not have.
  let unmatched: Sides<ResampleRows<Int>>
  /// Pairs that both call so.
  let agreed: ResampleRows<Int>
  /// Σ over all other categories, and the missing object, of the square of how often it met this one,
  /// whichever side called it which.
  let metSquares: ResampleRows<Int>
  /// Images that both found empty.
  let emptyImages: SIMD16<Int>
  /// Images that were compared.
  let images: SIMD16<Int>
  /// Σ of the images' own α.
  let imageAlphas: SIMD16<Double>

  /// Matched and single objects, a matched pair counted once.
  let union: SIMD16<Int>
  /// Pairs that both sides have, whatever they call them.
  let matched: SIMD16<Int>
  /// Pairs of the same category.
  let allAgreed: SIMD16<Int>
  /// Σ over categories of the product of how often each side called a pair so.
  let matchedProduct: SIMD16<Int>

  /// Pairs that one side calls so.
  func pairs(_ position: Int, of side: Side, in resample: Int) -> Int {
    objects[side][position, resample] - unmatched[side][position, resample]
  }

  /// Objects of one side.
  func count(of side: Side, in resample: Int) -> Int {
    union[resample] - objects[side][categories.count, resample]
  }
}

/// α of one image by itself.
struct ImageAlpha: Hashable, Sendable {
  /// Position among the pairing's images.
  var image: Int32
  /// 1 in an image without variation, an empty one included.
  var value: Double
}
