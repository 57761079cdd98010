import Annotations
import Geometry
import Metrics

/// Builds small data sets for tests, one object at a time.
struct Scene {
  struct Object {
    var image: String
    var category: String
    var box: Box
    var id: Int64
    var flags: AnnotationFlags = []
    /// The confidence of a prediction.
    var score: Double?
  }

  var categories: [String]
  var images: [String]
  var objects: [Object] = []
  /// Categories that were not annotated exhaustively, by image.
  var notExhaustive: [String: [String]] = [:]

  init(images: [String] = ["1.jpg"], categories: [String] = ["cat", "dog"]) {
    self.images = images
    self.categories = categories
  }

  mutating func add(
    _ category: String,
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    in image: String = "1.jpg",
    flags: AnnotationFlags = [],
    score: Double? = nil
  ) {
    objects.append(
      Object(
        image: image,
        category: category,
        box: Box(x: x, y: y, width: width, height: height),
        id: Int64(objects.count),
        flags: flags,
        score: score
      )
    )
  }

  /// The columns; `order` shuffles the records and keeps their ids.
  func dataset(order: [Int]? = nil) -> Dataset {
    var imageTable = ImageTable()
    for (index, name) in images.enumerated() {
      imageTable.ids.append(.number(Int64(index)))
      imageTable.fileNames.append(name)
      imageTable.sizes.append(ImageSize(width: 640, height: 480))
      imageTable.scenes.append(nil)
      imageTable.splits.append(nil)
      imageTable.assigned.appendRow([])
      imageTable.hasAssignment.append(false)
      imageTable.notExhaustive.appendRow(
        (notExhaustive[name] ?? []).compactMap { category in
          categories.firstIndex(of: category).map(Int32.init)
        }
      )
      imageTable.places.append(place(index))
    }
    var categoryTable = CategoryTable()
    for (index, name) in categories.enumerated() {
      categoryTable.ids.append(.number(Int64(index)))
      categoryTable.names.append(name)
      categoryTable.supercategories.append("")
      categoryTable.keypointNames.endRow()
      categoryTable.skeletons.endRow()
      categoryTable.places.append(place(index))
    }
    var table = AnnotationTable()
    for index in order ?? Array(objects.indices) { append(objects[index], index, to: &table) }
    return Dataset(
      format: .coco,
      files: ["scene.json"],
      images: imageTable,
      categories: categoryTable,
      annotations: table,
      strings: StringTable()
    )
  }

  private func append(_ object: Object, _ index: Int, to table: inout AnnotationTable) {
    let image = images.firstIndex(of: object.image) ?? -1
    let category = categories.firstIndex(of: object.category) ?? -1
    table.ids.append(.number(object.id))
    table.images.append(Int32(image))
    table.imageIDs.append(.number(Int64(image)))
    table.categories.append(Int32(category))
    table.categoryIDs.append(.number(Int64(category)))
    table.boxes.append(object.box)
    table.statedAreas.append(nil)
    table.flags.append(object.flags)
    table.segmentations.append(.none)
    table.keypointRows.append(AnnotationTable.noKeypoints)
    table.scores.append(object.score)
    table.annotators.append(AnnotationTable.noAnnotator)
    table.seconds.append(nil)
    table.attributeRows.append(AnnotationTable.noAttributes)
    table.places.append(place(index))
  }

  private func place(_ index: Int) -> SourcePlace {
    SourcePlace(file: 0, line: 1, column: 1, index: Int32(index))
  }
}

/// Matches two data sets as `assay compare` does.
func compare(
  _ a: Dataset,
  _ b: Dataset,
  options: MatchingOptions = MatchingOptions(),
  threads: Int = 2
) async -> Comparison {
  await Comparison(DatasetPairing(a, b), options: options, threads: threads)
}
