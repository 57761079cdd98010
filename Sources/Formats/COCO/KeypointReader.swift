import Annotations
import Geometry

/// Reads `keypoints` of annotations into rows.
///
/// What COCO calls `v` is checked at the end of the record, as it depends on `score`: behind a prediction's
/// place stands a confidence as often as a visibility, and pycocotools reads neither.
struct KeypointReader {
  /// One row an annotation that has keypoints.
  private(set) var rows = Ragged<Keypoint>()
  /// `x, y, v` of each keypoint of the record being read.
  private var numbers: [Double] = []
  /// `num_keypoints` of it; `nil` where it says nothing.
  private var statedNumber: Double?

  private static let expected = "[x, y, v, …], three numbers a keypoint"

  /// Makes room for `factor` times the rows that are there.
  mutating func reserve(factor: Double) { rows.reserve(factor: factor) }

  mutating func begin() {
    numbers.removeAll(keepingCapacity: true)
    statedNumber = nil
  }

  /// Reads the value of `num_keypoints`; what is no number is wrong, and the record of use all the same.
  mutating func readNumber(from scanner: inout JSONScanner) throws(JSONError) {
    switch try scanner.kind() {
    case .number: statedNumber = try scanner.readDouble()
    case .null: try scanner.readNull()
    default:
      statedNumber = -1
      try scanner.skipValue()
    }
  }

  /// Whether another number of keypoints is stated than is labelled in the record.
  var isNumberWrong: Bool {
    guard let statedNumber else { return false }
    let labelled = stride(from: 2, to: numbers.count, by: 3).count { numbers[$0] > 0 }
    return statedNumber != Double(labelled)
  }

  /// Reads the value of `keypoints`; `null` and `[]` are none.
  mutating func read(
    from scanner: inout JSONScanner,
    draft: inout RecordDraft
  ) throws(JSONError) {
    switch try scanner.kind() {
    case .null: try scanner.readNull()
    case .list:
      let other = try scanner.readNumbers(appendingTo: &numbers)
      if other == .nonFinite { return }
      if let other {
        draft.refuse("'keypoints' must be \(Self.expected), found \(other.noun) in it")
      } else if !numbers.count.isMultiple(of: 3) {
        draft.refuse("'keypoints' must be \(Self.expected), found \(numbers.count) in all")
      }
    default: try draft.skip("keypoints", mustBe: Self.expected, from: &scanner)
    }
  }

  /// The smallest box around all keypoints of the record, whatever their visibility (as pycocotools takes it).
  var bounds: Box? {
    let pairs = stride(from: 0, to: numbers.count - numbers.count % 3, by: 3)
      .flatMap { [numbers[$0], numbers[$0 + 1]] }
    return Polygon.bounds(pairs[...])
  }

  /// Checks the visibilities of the record, where it has no problem yet.
  func check(isPrediction: Bool, draft: inout RecordDraft) {
    guard draft.problem == nil else { return }
    for index in stride(from: 2, to: numbers.count, by: 3)
    where Self.visibility(numbers[index], isPrediction: isPrediction) == nil {
      return draft.refuse(
        "the visibility of a keypoint must be 0, 1 or 2, found \(numbers[index]) at keypoint \(index / 3 + 1)"
      )
    }
  }

  /// Adds the row of a record that `check` found right.
  ///
  /// - Returns: The row, or `noKeypoints`.
  mutating func keep(isPrediction: Bool) -> Int32 {
    guard !numbers.isEmpty else { return AnnotationTable.noKeypoints }
    for index in stride(from: 2, to: numbers.count, by: 3) {
      guard let visibility = Self.visibility(numbers[index], isPrediction: isPrediction) else {
        preconditionFailure("keypoints are kept only after their check")
      }
      rows.append(Keypoint(x: numbers[index - 2], y: numbers[index - 1], visibility: visibility))
    }
    rows.endRow()
    return Int32(rows.count - 1)
  }

  /// COCO's `v`; of a prediction, any other number counts as visible.
  private static func visibility(_ number: Double, isPrediction: Bool) -> Keypoint.Visibility? {
    UInt8(exactly: number).flatMap(Keypoint.Visibility.init) ?? (isPrediction ? .visible : nil)
  }
}
