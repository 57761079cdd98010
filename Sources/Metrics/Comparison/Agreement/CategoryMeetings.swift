/// The cells of all images, laid out to be summed once for each of many resamples.
///
/// Few of all possible pairs of categories ever meet, so a cell is the number of its pair, and a
/// resample adds one number a cell.
struct CategoryMeetings: Sendable {
  /// Two categories that met; the missing object behind the last category.
  struct Meeting: Hashable {
    var a: Int32
    var b: Int32
  }

  private let categories: Int
  private let meetings: [Meeting]
  /// By cell: position in `meetings`.
  private let codes: [Int32]
  /// By cell: how often.
  private let counts: [Int32]
  /// Images with cells, and where the cells of each start; one start more than images.
  private let images: [Int32]
  private let starts: [Int]
  private let emptyImages: [Int32]
  private let alphas: [ImageAlpha]

  init(_ cells: CategoryCells, categories: Int) {
    self.categories = categories
    var positions = MeetingPositions(categories: categories)
    var meetings: [Meeting] = []
    var (codes, counts, images, starts) = ([Int32](), [Int32](), [Int32](), [Int]())
    let missing = Int32(categories)
    for cell in cells.cells.rows {
      let meeting = Meeting(a: cell.a < 0 ? missing : cell.a, b: cell.b < 0 ? missing : cell.b)
      let code = positions.position(of: meeting, next: Int32(meetings.count))
      if code == meetings.count { meetings.append(meeting) }
      if images.last != cell.image {
        images.append(cell.image)
        starts.append(codes.count)
      }
      codes.append(code)
      counts.append(cell.count)
    }
    self.meetings = meetings
    self.codes = codes
    self.counts = counts
    self.images = images
    self.starts = starts + [codes.count]
    emptyImages = cells.emptyImages.rows
    alphas = cells.imageAlphas
  }

  /// The sums when each image counts as often as `weights` says; once where it is `nil`.
  ///
  /// - Complexity: O(cells); one call a resample.
  func sums(weights: [Int32]?) -> CellSums {
    var totals = [Int](repeating: 0, count: meetings.count)
    for (position, image) in images.enumerated() {
      let weight = weights.map { $0[Int(image)] } ?? 1
      guard weight > 0 else { continue }
      for cell in starts[position]..<starts[position + 1] {
        totals[Int(codes[cell])] += Int(counts[cell] &* weight)
      }
    }
    var sums = CellSums(meetings: meetings, counts: totals, categories: categories)
    for image in emptyImages { sums.emptyImages += Int(weights.map { $0[Int(image)] } ?? 1) }
    for alpha in alphas {
      let weight = weights.map { $0[Int(alpha.image)] } ?? 1
      sums.images += Int(weight)
      sums.imageAlphas += alpha.value * Double(weight)
    }
    return sums
  }
}

/// The number of each pair of categories, in a table where one of all pairs fits, else in a dictionary.
private struct MeetingPositions {
  private let width: Int
  private var table: [Int32]
  private var dictionary: [CategoryMeetings.Meeting: Int32] = [:]

  private static let largestTable = 1 << 21

  init(categories: Int) {
    width = categories + 1
    let fits = width <= Self.largestTable / width
    table = fits ? [Int32](repeating: -1, count: width * width) : []
  }

  /// The number of a pair, `next` where it is new.
  mutating func position(of meeting: CategoryMeetings.Meeting, next: Int32) -> Int32 {
    guard !table.isEmpty else {
      if let known = dictionary[meeting] { return known }
      dictionary[meeting] = next
      return next
    }
    let cell = Int(meeting.a) * width + Int(meeting.b)
    if table[cell] < 0 { table[cell] = next }
    return table[cell]
  }
}
