import Annotations
import Geometry

/// Reads segmentations into columns; what belongs to a record that is left out is taken back.
struct OutlineReader {
  private enum Shape { case none, polygons, mask }

  private var rings = RingTable()
  private var runs: [UInt32] = []
  /// Where each mask starts, and where the last one ends.
  private var runStarts = [0]
  private var maskSizes: [MaskSize] = []

  /// How many rings belong to rows.
  private var keptRings = 0

  // The record being read.
  private var shape = Shape.none
  private var size: MaskSize?
  /// Whether the outline being read is a list without any ring.
  private(set) var isEmptyList = false
  /// Numbers and bytes that are looked at only while one value is read.
  private var numbers: [Double] = []
  private var decimals = DecimalList()
  private var letters: [UInt8] = []

  /// Forgets the last record, unless it was kept.
  mutating func begin() {
    shape = .none
    isEmptyList = false
    rings.removeRows(from: keptRings)
    if let end = runStarts.last, runs.count > end { runs.removeLast(runs.count - end) }
  }

  /// The smallest box around the outline being read, or `nil` where it has no point or its runs miss
  /// its size.
  var bounds: Box? {
    switch shape {
    case .none: return nil
    case .polygons:
      return rings.bounds(ofRings: keptRings..<rings.count)
    case .mask:
      // Runs that fit their image in 32 bits never add up to more.
      guard let size, size.height > 0, size.width <= Int(UInt32.max) / size.height,
        let first = runStarts.last, runs[first...].reduce(0, { $0 + Int($1) }) <= Int(UInt32.max)
      else { return nil }
      let mask = RunLengthMask(height: size.height, width: size.width, runs: runs[first...])
      return mask.flatMap { $0.area > 0 ? $0.bounds : nil }
    }
  }

  /// Makes room for `factor` times the outlines that are there.
  mutating func reserve(factor: Double) {
    rings.reserve(factor: factor)
    runs.reserve(factor: factor)
    runStarts.reserve(factor: factor)
    maskSizes.reserve(factor: factor)
  }

  /// All outlines that were kept, at the end of the file.
  mutating func finish() -> SegmentationTable {
    begin()
    var table = SegmentationTable()
    table.rings = rings
    table.runs = Ragged(elements: runs, starts: runStarts)
    table.maskSizes = maskSizes
    return table
  }

  /// Reads the value of `segmentation`: a list of rings, a mask, or `null`.
  mutating func read(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    switch try scanner.kind() {
    case .null: try scanner.readNull()
    case .list: try readRings(from: &scanner, draft: &draft)
    case .object: try readMask(from: &scanner, draft: &draft)
    default:
      try draft.skip("segmentation", mustBe: "a list of rings or a mask", from: &scanner)
    }
  }

  /// Makes what was read part of the columns.
  mutating func keep(draft: inout RecordDraft) -> Segmentation {
    // Files of several GB could hold more rings than codes exist.
    guard rings.count < Int(Int32.max), runStarts.count <= Int(Int32.max) else {
      draft.refuse("the file holds more than \(Int32.max) rings or masks")
      return .none
    }
    switch (shape, size) {
    case (.polygons, _):
      let first = keptRings
      keptRings = rings.count
      return .polygons(Int32(first)..<Int32(keptRings))
    case (.mask, let size?):
      runStarts.append(runs.count)
      maskSizes.append(size)
      return .mask(Int32(maskSizes.count - 1))
    case (.none, _), (.mask, nil):
      return .none
    }
  }

  // MARK: Polygons

  private mutating func readRings(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    guard try scanner.openList() else {
      isEmptyList = true
      return
    }
    shape = .polygons
    repeat {
      let kind = try scanner.kind()
      if kind == .list {
        try readRing(from: &scanner, draft: &draft)
      } else {
        refuseElement(kind, draft: &draft)
        try scanner.skipValue()
      }
    } while try scanner.hasMoreElements()
  }

  private mutating func readRing(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    if scanner.readDecimals(into: &decimals) {
      return rings.appendRow(numerators: decimals.numerators, decimals: decimals.decimals)
    }
    numbers.removeAll(keepingCapacity: true)
    let other = try scanner.readNumbers(appendingTo: &numbers)
    if let other, other != .nonFinite {
      draft.refuse("a ring of 'segmentation' must hold numbers only, found \(other.noun) in it")
    }
    rings.appendRow(numbers)
  }

  private func refuseElement(_ kind: JSONKind, draft: inout RecordDraft) {
    switch kind {
    case .number:
      draft.refuse(
        "'segmentation' must be a list of rings [[x, y, …]], found a flat list of numbers"
      )
    case .nonFinite: break
    default: draft.refuse("'segmentation' must be a list of rings, found \(kind.noun) in it")
    }
  }

  // MARK: Masks

  private enum MaskKey: String, CaseIterable { case counts, size }
  private static let maskKeys = JSONKeyTable<MaskKey>()

  private mutating func readMask(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    shape = .mask
    size = nil
    var hasCounts = false
    var hasSize = false
    if try scanner.openObject() {
      repeat {
        let name = try scanner.readKey()
        switch Self.maskKeys.key(name, in: scanner) {
        case .counts:
          if hasCounts { draft.refuse("'counts' is given twice in 'segmentation'; expected once") }
          hasCounts = true
          try readCounts(from: &scanner, draft: &draft)
        case .size:
          if hasSize { draft.refuse("'size' is given twice in 'segmentation'; expected once") }
          hasSize = true
          try readSize(from: &scanner, draft: &draft)
        case nil: try scanner.skipValue()
        }
        draft.noteNonFinite(under: name, in: &scanner)
      } while try scanner.hasMoreMembers()
    }
    if !hasCounts {
      draft.refuse("'segmentation' has no 'counts'; expected run lengths and 'size'")
    }
    if !hasSize { draft.refuse("'segmentation' has no 'size'; expected [height, width]") }
  }

  private mutating func readCounts(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    switch try scanner.kind() {
    case .text:
      letters.removeAll(keepingCapacity: true)
      scanner.append(try scanner.readText(), to: &letters)
      if let problem = RunLengthString.decode(letters, into: &runs) {
        draft.refuse("'counts' is no run-length text of COCO: \(problem)")
      }
    case .list:
      if readWholeCounts(from: &scanner) { return }
      numbers.removeAll(keepingCapacity: true)
      let other = try scanner.readNumbers(appendingTo: &numbers)
      if let other, other != .nonFinite {
        draft.refuse("'counts' must hold numbers only, found \(other.noun) in it")
      }
      for number in numbers {
        guard let run = UInt32(exactly: number) else {
          return draft.refuse("'counts' must hold lengths of runs, found \(number)")
        }
        runs.append(run)
      }
    default:
      try draft.skip("counts", mustBe: "a list of run lengths or a text", from: &scanner)
    }
  }

  /// Reads the list at the cursor where it holds whole numbers only, as it should; else the cursor stays.
  private mutating func readWholeCounts(from scanner: inout JSONScanner) -> Bool {
    let start = scanner.position
    if scanner.readDecimals(into: &decimals), decimals.decimals == 0,
      decimals.numerators.reduce(0, |) >= 0
    {
      runs.append(contentsOf: decimals.numerators.lazy.map(UInt32.init(bitPattern:)))
      return true
    }
    scanner.position = start
    return false
  }

  private mutating func readSize(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    guard try scanner.kind() == .list else {
      return try draft.skip("size", mustBe: "[height, width]", from: &scanner)
    }
    numbers.removeAll(keepingCapacity: true)
    let other = try scanner.readNumbers(appendingTo: &numbers)
    let sides = numbers.compactMap { Int32(exactly: $0) }.filter { $0 >= 0 }
    guard numbers.count == 2, sides.count == 2, other == nil else {
      if other != .nonFinite {
        draft.refuse("'size' of a mask must be [height, width] in whole pixels")
      }
      return
    }
    size = MaskSize(height: Int(sides[0]), width: Int(sides[1]))
  }
}
