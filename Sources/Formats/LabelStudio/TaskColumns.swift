import Annotations
import Geometry

/// The columns that the tasks of an export fill.
struct TaskColumns {
  struct Problem {
    var place: SourcePlace
    /// JSON pointer.
    var pointer: String
    var text: String
  }

  /// A key point that belongs to an object.
  struct Point {
    var row: Int
    var label: StringCode
    var x: Double
    var y: Double
  }

  struct PointKey: Hashable {
    var row: Int
    var label: StringCode
  }

  /// What cannot be used, in the order of the file.
  var problems: [Problem] = []
  var images = ImageTable()
  var annotations = AnnotationTable()
  var segmentation = SegmentationTable()
  var attributes = Ragged<Attribute>()
  var points: [Point] = []
  /// Of all points, as an object has one of each label.
  var pointKeys: Set<PointKey> = []
  var texts = FileTexts()

  /// Adds a task: an image, the people who looked at it, and what they drew.
  mutating func append(_ task: LabelStudioTask) {
    let problem =
      task.problem
      ?? (task.fileName.isEmpty
        ? "'data' names no image; expected a text 'image' with its address" : nil)
    if let problem {
      let results = task.annotations.reduce(0) { $0 + $1.results.count }
      let lost = results == 0 ? "" : "; \(results) result\(results == 1 ? "" : "s") of it not read"
      return problems.append(
        Problem(place: task.place, pointer: task.pointer, text: problem + lost)
      )
    }
    appendImage(of: task)
    for annotation in task.annotations {
      let pointer = "\(task.pointer)/annotations/\(annotation.index)"
      if let problem = annotation.problem {
        problems.append(Problem(place: annotation.place, pointer: pointer, text: problem))
      } else if annotation.wasCancelled {
        let count = annotation.results.count
        let text =
          "the annotation was cancelled by its annotator; "
          + "\(count) result\(count == 1 ? "" : "s") of it not read"
        problems.append(Problem(place: annotation.place, pointer: pointer, text: text))
      } else {
        append(annotation, pointer: pointer)
      }
    }
    images.assigned.endRow()
    images.hasAssignment.append(!task.annotations.isEmpty)
  }

  /// The columns as a data set; its categories are the labels of the objects, in order of name.
  func dataset(fileName: String) -> Dataset {
    var annotations = annotations
    var texts = texts
    var categories = CategoryTable()
    var rows: [StringCode: Int32] = [:]
    let keypoints = TaskKeypoints(points, of: annotations)
    for (label, place) in firstUses {
      rows[label] = Int32(categories.count)
      categories.append(name: texts.strings[label], at: place)
    }
    categories.keypointNames = Ragged()
    for row in 0..<categories.count {
      let label = texts.code(ofName: categories.names[row])
      categories.keypointNames.appendRow(keypoints.names(of: label, in: texts.strings))
    }
    for row in 0..<annotations.count {
      guard case .text(let label) = annotations.categoryIDs[row] else { continue }
      annotations.categories[row] = rows[label] ?? AnnotationTable.noCategory
      annotations.categoryIDs[row] = .absent
    }
    annotations.keypointRows = keypoints.rows
    return Dataset(
      format: .labelStudio,
      files: [fileName],
      images: images,
      categories: categories,
      annotations: annotations,
      segmentation: segmentation,
      keypoints: keypoints.all(in: texts.strings),
      attributes: attributes,
      annotators: texts.annotators,
      strings: texts.strings
    )
  }

  /// The labels in order of name, each with its first use.
  private var firstUses: [(label: StringCode, place: SourcePlace)] {
    var places: [StringCode: SourcePlace] = [:]
    for (id, place) in zip(annotations.categoryIDs, annotations.places) {
      if case .text(let label) = id, places[label] == nil { places[label] = place }
    }
    return places.map { ($0.key, $0.value) }.sorted {
      texts.strings[$0.label].utf8.lexicographicallyPrecedes(texts.strings[$1.label].utf8)
    }
  }

  private mutating func appendImage(of task: LabelStudioTask) {
    images.ids.append(task.id.map { .number($0) } ?? .absent)
    images.fileNames.append(task.fileName)
    images.sizes.append(
      task.annotations.lazy.flatMap(\.results).compactMap(\.size).first
    )
    images.scenes.append(nil)
    images.splits.append(nil)
    images.notExhaustive.endRow()
    images.places.append(task.place)
  }
}
