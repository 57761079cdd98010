import Annotations
import Geometry

/// What matching reads of one data set, in columns.
///
/// Who matches many images holds this: a copy of the data set itself retains dozens of columns, and all threads
/// count those references in the same places.
struct ObjectColumns: Sendable {
  /// Where the rows of each image start; one number more than images.
  private let starts: [Int]
  private let ids: [RecordID]
  private let categories: [Int32]
  private let flags: [AnnotationFlags]
  private let boxes: [Box]
  private let scores: OptionalNumbers
  private let strings: StringTable
  /// By image: category rows that were not annotated exhaustively; `nil` where no image has any.
  private let notExhaustive: Ragged<Int32>?
  /// For each category row of the data set, its position among all categories.
  private let codes: [Int32]
  /// An object with any of these is a region.
  private let excluded: AnnotationFlags

  init(_ dataset: Dataset, codes: [Int32], options: MatchingOptions) {
    starts = dataset.starts
    ids = dataset.annotations.ids
    categories = dataset.annotations.categories
    flags = dataset.annotations.flags
    boxes = dataset.annotations.boxes
    scores = dataset.annotations.scores
    strings = dataset.strings
    notExhaustive =
      dataset.images.notExhaustive.elements.isEmpty ? nil : dataset.images.notExhaustive
    self.codes = codes
    var excluded = AnnotationFlags.region
    if options.ignoresDifficult { excluded.insert(.difficult) }
    self.excluded = excluded
  }

  /// Puts the objects of an image in the place of those of another.
  func read(_ image: Int, into objects: inout ImageObjects) {
    objects.removeAll()
    for row in starts[image]..<starts[image + 1] {
      let category = categories[row]
      let isRegion = flags[row].hasAny(of: excluded)
      if category == AnnotationTable.noCategory && !isRegion {
        objects.uncategorised += 1
        continue
      }
      let object = ImageObjects.Object(
        row: row,
        box: boxes[row],
        category: category == AnnotationTable.noCategory ? category : codes[Int(category)],
        score: scores[row],
        number: number(of: row)
      )
      if isRegion { objects.regions.append(object) } else { objects.singles.append(object) }
    }
    sort(&objects.singles)
    if let notExhaustive {
      objects.notExhaustive = Set(notExhaustive[image].map { codes[Int($0)] })
    }
  }

  /// The id of the annotation in a row, in comparable form.
  func id(of row: Int) -> ObjectID { ObjectID(ids[row], in: strings) }

  private func number(of row: Int) -> Int64 {
    if case .number(let number) = ids[row] { number } else { .max }
  }

  /// Puts objects in an order that is total up to exact copies; most files have it already.
  private func sort(_ objects: inout [ImageObjects.Object]) {
    guard !Self.ascend(objects) else { return }
    objects.sort { $0.number < $1.number }
    guard !Self.ascend(objects) else { return }
    // Few have no number, or one that stands twice.
    objects.sort {
      ImageObjects.Object.precedes(($0, id(of: $0.row)), ($1, id(of: $1.row)))
    }
  }

  /// Whether each id is a number and larger than the one before.
  private static func ascend(_ objects: [ImageObjects.Object]) -> Bool {
    objects.indices.dropFirst().allSatisfy { objects[$0 - 1].number < objects[$0].number }
  }
}
