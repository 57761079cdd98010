import Annotations

extension VOCChunk {
  /// Makes one image of the files that several annotators have of it, known by the names of the files.
  ///
  /// Name, size and scene are those of the first annotator who gives them; who says otherwise is told.
  mutating func mergeImagesOfAnnotators() {
    var merged = ImageTable()
    var rowOfID: [RecordID: Int] = [:]
    var assigned: [[Int32]] = []
    var newRows: [Int32] = []
    for row in 0..<images.count {
      let known = rowOfID[images.ids[row]]
      let new = known ?? merged.count
      if known == nil {
        rowOfID[images.ids[row]] = new
        merged.appendRow(row, of: images)
        assigned.append([])
      } else {
        complete(new, of: &merged, with: row)
      }
      assigned[new] += images.assigned[row]
      newRows.append(Int32(new))
    }
    for annotators in assigned { merged.assigned.appendRow(annotators) }
    merged.absolutePaths = images.absolutePaths.map { (newRows[Int($0.image)], $0.path) }
    images = merged
    annotations.images = annotations.images.map { newRows[Int($0)] }
  }

  /// Takes what the image lacks from another file of it.
  private mutating func complete(_ image: Int, of merged: inout ImageTable, with row: Int) {
    let stem = text(of: images.ids[row])
    let (name, other) = (merged.fileNames[image], images.fileNames[row])
    if name == stem { merged.fileNames[image] = other }
    if name != stem, other != stem, name != other {
      tell(
        "filename",
        is: XMLProblem.quoted(other),
        not: XMLProblem.quoted(name),
        row
      )
    }
    let (size, otherSize) = (merged.sizes[image], images.sizes[row])
    merged.sizes[image] = size ?? otherSize
    if let size, let otherSize, size != otherSize {
      tell("size", is: Self.shown(otherSize), not: Self.shown(size), row)
    }
    let (scene, otherScene) = (merged.scenes[image], images.scenes[row])
    merged.scenes[image] = scene ?? otherScene
    if let scene, let otherScene, scene != otherScene {
      let shown = (XMLProblem.quoted(strings[otherScene]), XMLProblem.quoted(strings[scene]))
      tell("scene", is: shown.0, not: shown.1, row)
    }
  }

  private mutating func tell(
    _ element: String,
    is found: String,
    not first: String,
    _ row: Int
  ) {
    let place = images.places[row]
    quarantined.append(
      Quarantined(
        file: digests[Int(place.file)].path,
        line: Int(place.line),
        column: place.column,
        pointer: "/annotation/\(element)",
        problem:
          "'\(element)' is \(found), and \(first) in an earlier file of the image, which counts; "
          + "expected the same"
      )
    )
  }

  private func text(of id: RecordID) -> String {
    if case .text(let code) = id { strings[code] } else { "" }
  }

  private static func shown(_ size: ImageSize) -> String { "\(size.width) × \(size.height)" }
}

extension ImageTable {
  /// Adds a row of another table, but for who was assigned.
  fileprivate mutating func appendRow(_ row: Int, of other: ImageTable) {
    ids.append(other.ids[row])
    fileNames.append(other.fileNames[row])
    sizes.append(other.sizes[row])
    scenes.append(other.scenes[row])
    splits.append(other.splits[row])
    notExhaustive.endRow()
    hasAssignment.append(other.hasAssignment[row])
    places.append(other.places[row])
  }
}
