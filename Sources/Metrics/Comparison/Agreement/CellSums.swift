/// How often each category was used on each side, and by both for one object; of all images or of a
/// resample of them.
struct CellSums: Sendable {
  /// Codes of the categories that were used, ascending; other lists are by position in this one.
  let categories: [Int32]
  /// How often a side said a category of an object, the missing object behind the last.
  let objects: Sides<[Int]>
  /// Pairs that both call so.
  let agreed: [Int]
  /// Images that both found empty.
  let emptyImages: Int
  /// Images that were compared.
  let images: Int
  /// Σ of the images' own α.
  let imageAlphas: Double

  /// Matched and single objects, a matched pair counted once.
  let union: Int
  /// Pairs of the same category.
  let allAgreed: Int

  init(
    categories: [Int32],
    objects: Sides<[Int]>,
    agreed: [Int],
    emptyImages: Int,
    images: Int,
    imageAlphas: Double
  ) {
    self.categories = categories
    self.objects = objects
    self.agreed = agreed
    self.emptyImages = emptyImages
    self.images = images
    self.imageAlphas = imageAlphas
    union = objects.a.reduce(0, +)
    allAgreed = agreed.reduce(0, +)
  }

  /// Objects that only the other side has.
  func missing(on side: Side) -> Int { objects[side].last ?? 0 }
  /// Objects of one side.
  func count(of side: Side) -> Int { union - missing(on: side) }
  var matched: Int { union - missing(on: .a) - missing(on: .b) }
}

/// α of one image by itself.
struct ImageAlpha: Hashable, Sendable {
  /// Position among the pairing's images.
  var image: Int32
  /// 1 in an image without variation, an empty one included.
  var value: Double
}
