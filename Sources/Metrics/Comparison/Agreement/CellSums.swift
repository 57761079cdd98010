/// How often each category was used on each side, and by both for one object; of all images or of a
/// resample of them.
struct CellSums: Sendable {
  /// By category code, the missing object behind the last: how often a side said it of an object.
  let objects: Sides<[Int]>
  /// By category code: pairs that both call so.
  let agreed: [Int]
  /// Images that both found empty.
  var emptyImages = 0
  /// Images that were compared.
  var images = 0
  /// Σ of the images' own α.
  var imageAlphas = 0.0

  init(meetings: [CategoryMeetings.Meeting], counts: [Int], categories: Int) {
    var a = [Int](repeating: 0, count: categories + 1)
    var (b, agreed) = (a, a)
    for (meeting, count) in zip(meetings, counts) {
      a[Int(meeting.a)] += count
      b[Int(meeting.b)] += count
      if meeting.a == meeting.b { agreed[Int(meeting.a)] += count }
    }
    objects = Sides(a: a, b: b)
    self.agreed = agreed
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
  /// Position among the pairing's images.
  var image: Int32
  /// 1 in an image without variation, an empty one included.
  var value: Double
}
