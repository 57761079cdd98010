import Statistics

/// The cells of all images, laid out to be summed for many resamples.
///
/// Few of all possible pairs of categories ever meet, so a cell is the number of its pair, and of a vocabulary of
/// thousands only the categories that occur take part.
struct CategoryMeetings: Sendable {
  /// Two categories that met; the missing object behind the last category.
  struct Meeting: Hashable {
    var a: Int32
    var b: Int32
  }

  /// Codes of the categories that were used, ascending.
  private let categories: [Int32]
  /// By positions in `categories`.
  private let meetings: [Meeting]
  /// Those of two that are not the same.
  private let mixed: [MixedMeeting]
  /// How often each meeting took place, by image.
  private let counts: ImageCounts
  private let emptyImages: ImageCounts
  /// Images that were compared.
  private let images: ImageCounts
  private let alphas: ImageSums

  init(_ cells: CategoryCells, categories: Int) {
    let rows = cells.cells.rows
    var isUsed = [Bool](repeating: false, count: categories)
    for cell in rows {
      if cell.a >= 0 { isUsed[Int(cell.a)] = true }
      if cell.b >= 0 { isUsed[Int(cell.b)] = true }
    }
    let used = (0..<Int32(categories)).filter { isUsed[Int($0)] }
    self.categories = used
    // By code, the missing object in front.
    var positions = [Int32](repeating: Int32(used.count), count: categories + 1)
    for (position, code) in used.enumerated() { positions[Int(code) + 1] = Int32(position) }

    var numbers = MeetingNumbers(categories: used.count)
    let entries = rows.map { cell in
      let meeting = Meeting(a: positions[Int(cell.a + 1)], b: positions[Int(cell.b + 1)])
      return ImageCounts.Entry(
        kind: numbers.number(of: meeting),
        image: cell.image,
        count: cell.count
      )
    }
    meetings = numbers.meetings
    mixed = numbers.mixed
    counts = ImageCounts(entries, kinds: meetings.count)
    emptyImages = ImageCounts(
      cells.emptyImages.rows.map { ImageCounts.Entry(image: $0, count: 1) }
    )
    let alphas = cells.imageAlphas
    images = ImageCounts(alphas.map { ImageCounts.Entry(image: $0.image, count: 1) })
    self.alphas = ImageSums(images: alphas.map(\.image), sums: alphas.map(\.value))
  }

  /// How often two categories met in all images, without the missing object.
  var matched: ContingencyTable {
    var table = ContingencyTable()
    for (number, meeting) in meetings.enumerated()
    where meeting.a < categories.count && meeting.b < categories.count {
      table.add(
        row: categories[Int(meeting.a)],
        column: categories[Int(meeting.b)],
        count: counts.total(of: number, in: .none)[0]
      )
    }
    return table
  }

  /// The sums of each resample.
  ///
  /// - Complexity: O(cells), for all resamples together.
  func sums(in resamples: Resamples) -> CellSums {
    let missing = categories.count
    let none = [SIMD16<Int>](repeating: SIMD16(), count: missing + 1)
    var (a, b, onlyA, onlyB, agreed) = (none, none, none, none, none)
    let times = meetings.indices.map { counts.total(of: $0, in: resamples) }
    for (meeting, count) in zip(meetings, times) {
      a[Int(meeting.a)] &+= count
      b[Int(meeting.b)] &+= count
      if meeting.a == meeting.b { agreed[Int(meeting.a)] &+= count }
      if meeting.b == missing { onlyA[Int(meeting.a)] &+= count }
      if meeting.a == missing { onlyB[Int(meeting.b)] &+= count }
    }
    let union = a.reduce(SIMD16(), &+)
    // Squares and products of counts stay below 2⁶³ up to three thousand million objects.
    var products = SIMD16<Int>()
    for category in 0..<missing {
      products &+= (a[category] &- onlyA[category]) &* (b[category] &- onlyB[category])
    }
    return CellSums(
      resamples: resamples.count,
      categories: categories,
      objects: Sides(a: ResampleRows(a), b: ResampleRows(b)),
      unmatched: Sides(a: ResampleRows(onlyA), b: ResampleRows(onlyB)),
      agreed: ResampleRows(agreed),
      metSquares: ResampleRows(metSquares(times)),
      emptyImages: emptyImages.total(in: resamples),
      images: images.total(in: resamples),
      imageAlphas: alphas.total(in: resamples),
      union: union,
      matched: union &- a[missing] &- b[missing],
      allAgreed: agreed.reduce(SIMD16(), &+),
      matchedProduct: products
    )
  }

  /// `times`: How often each meeting took place.
  private func metSquares(_ times: [SIMD16<Int>]) -> [SIMD16<Int>] {
    var squares = [SIMD16<Int>](repeating: SIMD16(), count: categories.count + 1)
    for pair in mixed {
      let count = pair.mirror.map { times[pair.number] &+ times[$0] } ?? times[pair.number]
      let square = count &* count
      squares[Int(meetings[pair.number].a)] &+= square
      squares[Int(meetings[pair.number].b)] &+= square
    }
    return squares
  }
}

/// Two that met and are not the same, whichever side called which.
private struct MixedMeeting {
  var number: Int
  /// The number of the meeting with the sides exchanged, where that took place too.
  var mirror: Int?
}

/// Numbers pairs of categories as they come, in a table where one of all pairs fits, else in a dictionary.
private struct MeetingNumbers {
  private(set) var meetings: [CategoryMeetings.Meeting] = []
  private let width: Int
  private var table: [Int32]
  private var dictionary: [CategoryMeetings.Meeting: Int32] = [:]

  private static let largestTable = 1 << 21

  init(categories: Int) {
    width = categories + 1
    let fits = width <= Self.largestTable / width
    table = fits ? [Int32](repeating: -1, count: width * width) : []
  }

  mutating func number(of meeting: CategoryMeetings.Meeting) -> Int32 {
    if let known = known(meeting) { return known }
    let number = Int32(meetings.count)
    meetings.append(meeting)
    if table.isEmpty { dictionary[meeting] = number } else { table[cell(of: meeting)] = number }
    return number
  }

  /// Each pair of two that are not the same once.
  var mixed: [MixedMeeting] {
    meetings.enumerated().compactMap { number, meeting in
      guard meeting.a != meeting.b else { return nil }
      let mirror = known(CategoryMeetings.Meeting(a: meeting.b, b: meeting.a)).map { Int($0) }
      if let mirror, mirror < number { return nil }
      return MixedMeeting(number: number, mirror: mirror)
    }
  }

  private func known(_ meeting: CategoryMeetings.Meeting) -> Int32? {
    guard !table.isEmpty else { return dictionary[meeting] }
    let number = table[cell(of: meeting)]
    return number < 0 ? nil : number
  }

  private func cell(of meeting: CategoryMeetings.Meeting) -> Int {
    Int(meeting.a) * width + Int(meeting.b)
  }
}
