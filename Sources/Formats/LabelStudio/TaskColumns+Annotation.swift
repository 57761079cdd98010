import Annotations
import Geometry

extension TaskColumns {
  mutating func append(_ annotation: TaskAnnotation, pointer: String) {
    var annotator = AnnotationTable.noAnnotator
    if let name = annotation.annotator {
      annotator = texts.annotator(named: texts.code(ofName: name))
      images.assigned.append(annotator)
    }
    let regions = TaskRegion.regions(of: annotation.results)
    var rowsOfIDs: [String: Int] = [:]
    let first = annotations.count
    for region in regions {
      if region.isPoint { continue }
      let row = annotations.count
      append(region, of: annotation, annotator: annotator, pointer: pointer)
      if annotations.count > row, !region.id.isEmpty { rowsOfIDs[region.id] = row }
    }
    for region in regions where region.isPoint {
      appendPoint(region, rowsOfIDs: rowsOfIDs, pointer: pointer)
    }
    // The time is that of the whole annotation; each of its objects has an equal part of it.
    let count = annotations.count - first
    guard let seconds = annotation.seconds, seconds >= 0, count > 0 else { return }
    for row in first..<annotations.count { annotations.seconds[row] = seconds / Double(count) }
  }

  private mutating func append(
    _ region: TaskRegion,
    of annotation: TaskAnnotation,
    annotator: Int32,
    pointer: String
  ) {
    if region.isScene, case .text(let scene)? = region.results.first?.answers.first {
      images.scenes[images.count - 1] = images.scenes[images.count - 1] ?? texts.code(ofName: scene)
      return
    }
    guard let (box, outline) = drawing(of: region, pointer: pointer) else { return }
    for label in region.labels {
      let id = "\(annotation.id)/\(region.id)"
      annotations.ids.append(region.id.isEmpty ? .absent : .text(texts.code(ofName: id)))
      annotations.images.append(Int32(images.count - 1))
      annotations.imageIDs.append(images.ids.last ?? .absent)
      annotations.categories.append(AnnotationTable.noCategory)
      annotations.categoryIDs.append(.text(texts.code(ofName: label)))
      annotations.boxes.append(box)
      annotations.statedAreas.append(nil)
      annotations.flags.append([])
      annotations.segmentations.append(outline)
      annotations.keypointRows.append(AnnotationTable.noKeypoints)
      annotations.scores.append(region.score)
      annotations.annotators.append(annotator)
      annotations.seconds.append(nil)
      annotations.attributeRows.append(appendAttributes(region.attributes))
      annotations.places.append(region.place)
    }
  }

  private mutating func appendAttributes(_ row: [(name: String, answer: TaskAnswer)]) -> Int32 {
    guard !row.isEmpty else { return AnnotationTable.noAttributes }
    for (name, answer) in row {
      let value: AttributeValue =
        switch answer {
        case .text(let text): .text(texts.code(ofName: text))
        case .number(let number): .number(number)
        }
      attributes.append(Attribute(name: texts.code(ofName: name), value: value))
    }
    attributes.endRow()
    return Int32(attributes.count - 1)
  }

  private mutating func appendPoint(
    _ region: TaskRegion,
    rowsOfIDs: [String: Int],
    pointer: String
  ) {
    guard let shape = usableShape(of: region, pointer: pointer), let size = region.size,
      case .point(let x, let y) = shape
    else { return }
    guard let row = rowsOfIDs[region.parent] else {
      return refuse(
        region,
        pointer,
        "the key point belongs to no object that was read; expected 'parentID', the id of one"
      )
    }
    for label in region.labels {
      let code = texts.code(ofName: label)
      guard pointKeys.insert(PointKey(row: row, label: code)).inserted else {
        refuse(region, pointer, "the object has a key point '\(label)' already")
        continue
      }
      points.append(
        Point(
          row: row,
          label: code,
          x: x * Double(size.width) / 100,
          y: y * Double(size.height) / 100
        )
      )
    }
  }
}
