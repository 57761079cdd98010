/// How often each category was used on each side, and by both for one object; of all images or of a
/// resample of them.
struct CellSums: Sendable {
  /// By category code, the missing object behind the last: how often A said it of an object.
  private(set) var objects: Sides<[Int]>
  /// By category code: pairs that both call so.
  private(set) var agreed: [Int]
  /// Images that both found empty.
  private(set) var emptyImages = 0
  /// Images that were compared.
  private(set) var images = 0
  /// Σ of the images' own α.
  private(set) var imageAlphas = 0.0

  /// Sums the cells, each image counting as often as `weights` says; once where it is `nil`.
  ///
  /// - Complexity: O(cells + categories); one call a resample.
  init(_ cells: CategoryCells, alphas: [ImageAlpha], weights: [Int32]?, categories: Int) {
    var a = [Int](repeating: 0, count: categories + 1)
    var b = a
    var agreed = a
    let missing = Int32(categories)
    for cell in cells.cells.rows {
      let weight = weights.map { $0[Int(cell.image)] } ?? 1
      guard weight > 0 else { continue }
      let count = Int(cell.count) * Int(weight)
      a[Int(cell.a < 0 ? missing : cell.a)] += count
      b[Int(cell.b < 0 ? missing : cell.b)] += count
      if cell.a == cell.b { agreed[Int(cell.a)] += count }
    }
    objects = Sides(a: a, b: b)
    self.agreed = agreed
    for image in cells.emptyImages.rows {
      emptyImages += Int(weights.map { $0[Int(image)] } ?? 1)
    }
    for alpha in alphas {
      let weight = weights.map { $0[Int(alpha.image)] } ?? 1
      images += Int(weight)
      imageAlphas += alpha.value * Double(weight)
    }
  }

  private var categories: Int { agreed.count - 1 }

  /// Matched and single objects, a matched pair counted once.
  var union: Int { objects.a.reduce(0, +) }
  /// Objects that only the other side has.
  func missing(on side: Side) -> Int { objects[side][categories] }
  /// Objects of one side.
  func count(of side: Side) -> Int { union - missing(on: side) }
  var matched: Int { union - missing(on: .a) - missing(on: .b) }
  var allAgreed: Int { agreed.reduce(0, +) }
}

/// α of one image by itself.
struct ImageAlpha: Hashable, Sendable {
  /// Position among the compared images.
  var image: Int32
  /// 1 in an image without variation, an empty one included.
  var value: Double
}
