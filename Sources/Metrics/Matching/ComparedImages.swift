/// Images after matching, in columns: the objects of all of them stand one after the other.
///
/// What is asked of every object walks over a column; a hundred thousand images are a handful of arrays.
package struct ComparedImages: Sendable {
  /// The pairs of all images, image by image.
  package private(set) var pairs: [ObjectPair] = []
  /// The unmatched objects of all images, image by image.
  package private(set) var unmatched = Sides<[UnmatchedObject]>(a: [], b: [])
  /// By image: what took no part.
  package private(set) var asides: [AsideCounts] = []
  /// By image: its position in the pairing's `images`; ascending.
  private var positions: [Int32] = []
  /// By image: where its objects end.
  private var ends: [Ends] = []

  private struct Ends: Hashable {
    var pairs: Int32 = 0
    var unmatched = Sides<Int32>(a: 0, b: 0)
  }

  package init() {}

  /// No image yet, with room for so many images and pairs.
  init(images: Int, pairs: Int) {
    positions.reserveCapacity(images)
    asides.reserveCapacity(images)
    ends.reserveCapacity(images)
    self.pairs.reserveCapacity(pairs)
  }

  /// Opens an image without objects; those that are added next belong to it.
  ///
  /// `index`: Its position in the pairing's `images`.
  mutating func open(_ index: Int) {
    positions.append(Int32(index))
    asides.append(AsideCounts())
    ends.append(ends.last ?? Ends())
  }

  /// Says what of the image that was opened last took no part.
  mutating func setAside(_ counts: AsideCounts) { asides[asides.count - 1] = counts }

  /// Adds to the image that was opened last.
  mutating func append(_ pair: ObjectPair) {
    pairs.append(pair)
    ends[ends.count - 1].pairs += 1
  }

  /// Puts a pair where it belongs among those of the image that was opened last.
  mutating func insert(_ pair: ObjectPair) {
    append(pair)
    let first = pairs(of: count - 1).lowerBound
    var place = pairs.count - 1
    while place > first, pair.precedes(pairs[place - 1]) {
      pairs[place] = pairs[place - 1]
      place -= 1
    }
    pairs[place] = pair
  }

  /// Adds to the image that was opened last.
  mutating func append(_ object: UnmatchedObject, on side: Side) {
    if side == .a { unmatched.a.append(object) } else { unmatched.b.append(object) }
    ends[ends.count - 1].unmatched[side] += 1
  }

  /// Adds an image of others with all its objects.
  ///
  /// One by one: a slice of a column that many threads read would retain it, once an image.
  mutating func append(_ image: Int, of others: borrowing ComparedImages) {
    positions.append(others.positions[image])
    asides.append(others.asides[image])
    for row in others.pairs(of: image) { pairs.append(others.pairs[row]) }
    for row in others.unmatched(of: image, on: .a) { unmatched.a.append(others.unmatched.a[row]) }
    for row in others.unmatched(of: image, on: .b) { unmatched.b.append(others.unmatched.b[row]) }
    ends.append(
      Ends(
        pairs: Int32(pairs.count),
        unmatched: Sides(a: Int32(unmatched.a.count), b: Int32(unmatched.b.count))
      )
    )
  }

  /// Adds the images of a later part.
  mutating func append(contentsOf later: ComparedImages) {
    let base = ends.last ?? Ends()
    positions.append(contentsOf: later.positions)
    asides.append(contentsOf: later.asides)
    pairs.append(contentsOf: later.pairs)
    unmatched.a.append(contentsOf: later.unmatched.a)
    unmatched.b.append(contentsOf: later.unmatched.b)
    for end in later.ends {
      ends.append(
        Ends(
          pairs: base.pairs + end.pairs,
          unmatched: Sides(
            a: base.unmatched.a + end.unmatched.a,
            b: base.unmatched.b + end.unmatched.b
          )
        )
      )
    }
  }

  /// Some of the images, one after the other.
  package func images(at chosen: some Collection<Int>) -> ComparedImages {
    var images = ComparedImages(
      images: chosen.count,
      pairs: chosen.reduce(0) { $0 + pairs(of: $1).count }
    )
    for image in chosen { images.append(image, of: self) }
    return images
  }
}

extension ComparedImages: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { positions.count }

  package subscript(image: Int) -> ComparedImage {
    ComparedImage(
      index: index(of: image),
      pairs: pairs[pairs(of: image)],
      unmatched: Sides(
        a: unmatched.a[unmatched(of: image, on: .a)],
        b: unmatched.b[unmatched(of: image, on: .b)]
      ),
      aside: asides[image]
    )
  }

  /// The position of an image in the pairing's `images`.
  func index(of image: Int) -> Int { Int(positions[image]) }

  /// Where the pairs of an image stand in `pairs`.
  package func pairs(of image: Int) -> Range<Int> {
    Int(image == 0 ? 0 : ends[image - 1].pairs)..<Int(ends[image].pairs)
  }

  /// The pairs of several images, each at its position in `pairs`.
  package func pairs(ofImages images: Range<Int>) -> ArraySlice<ObjectPair> {
    guard let first = images.first, let last = images.last else { return [] }
    return pairs[pairs(of: first).lowerBound..<pairs(of: last).upperBound]
  }

  /// Where the unmatched objects of an image stand in `unmatched`.
  package func unmatched(of image: Int, on side: Side) -> Range<Int> {
    Int(image == 0 ? 0 : ends[image - 1].unmatched[side])..<Int(ends[image].unmatched[side])
  }

  /// The pairs and unmatched objects of an image.
  func unionCount(of image: Int) -> Int {
    pairs(of: image).count + unmatched(of: image, on: .a).count
      + unmatched(of: image, on: .b).count
  }
}
