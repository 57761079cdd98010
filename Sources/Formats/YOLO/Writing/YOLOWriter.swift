package import Annotations
import Geometry

/// Writes a YOLO folder: `data.yaml` and `labels/SPLIT/NAME.txt`, for images that go to `images/SPLIT/NAME`.
///
/// An object is an outline where it has exactly one ring that fits its box, and a box otherwise.
package enum YOLOWriter: AnnotationWriter {
  package static let id = "yolo"
  package static let makesFolder = true

  /// How far the bounds of a ring may lie from the box that stands beside it, in pixels: half a pixel is
  /// what rounding of a box makes.
  private static let largestMisfit = 0.5

  package static func write<Failure: Error>(
    _ dataset: Dataset,
    emit: (_ path: String, _ text: String) throws(Failure) -> Void
  ) throws(Failure) -> ConversionLoss {
    var loss = ConversionLoss()
    loss.addUnplacedCategories(of: dataset)
    loss.add(
      .categoryIDs,
      dataset.categories.ids.enumerated().count { $1 != .absent && $1 != .number(Int64($0)) }
    )
    let images = WritableImages(dataset, loss: &loss) { image in
      let name = YOLOPath.stem(dataset.images.fileNames[image])
      return split(ofImage: image, in: dataset).map { "\($0)/\(name)" } ?? name
    }
    try emit("data.yaml", dataText(dataset, images, &loss))
    for (image, stem) in images.rows {
      try emit("labels/\(stem).txt", labelText(ofImage: image, in: dataset, &loss))
    }
    return loss
  }

  /// The split of an image, where its name can be that of a folder and is known as one.
  private static func split(ofImage image: Int, in dataset: Dataset) -> String? {
    dataset.split(ofImage: image).flatMap { split in
      Dataset.isFileName(split) && YOLOPath.isSplit(split) ? split : nil
    }
  }

  private static func dataText(
    _ dataset: Dataset,
    _ images: WritableImages,
    _ loss: inout ConversionLoss
  ) -> String {
    let splits = Set(images.rows.compactMap { split(ofImage: $0.image, in: dataset) }).sorted()
    let folders =
      splits.isEmpty ? ["train: images", "val: images"] : splits.map { "\($0): images/\($0)" }
    let names = dataset.categories.count == 0 ? "names: []" : "names:"
    var text = "path: .\n\(folders.joined(separator: "\n"))\n\(names)\n"
    for (number, name) in dataset.categories.names.enumerated() {
      var shown = ""
      for scalar in name.unicodeScalars {
        let isControl = scalar.value < 0x20 || scalar.value == 0x7F
        shown.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
      }
      if shown != name { loss.add(.characters) }
      text += "  \(number): '\(shown.replacing("'", with: "''"))'\n"
    }
    return text
  }

  private static func labelText(
    ofImage image: Int,
    in dataset: Dataset,
    _ loss: inout ConversionLoss
  ) -> String {
    let images = dataset.images
    let rows = dataset.annotations(ofImage: image)
    if case .number = images.ids[image] { loss.add(.imageIDs) }
    if images.scenes[image] != nil { loss.add(.scenes) }
    if images.hasAssignment[image] { loss.add(.assignments) }
    if images.splits[image] != nil, split(ofImage: image, in: dataset) == nil { loss.add(.splits) }
    guard let size = images.sizes[image] else {
      loss.add(.annotationsOfImagesWithoutSize, rows.count)
      return ""
    }
    return rows.map { line($0, in: dataset, size, &loss) }.joined()
  }

  /// The line of an object, or nothing where it has no declared category.
  private static func line(
    _ row: Int,
    in dataset: Dataset,
    _ size: ImageSize,
    _ loss: inout ConversionLoss
  ) -> String {
    let table = dataset.annotations
    guard table.categories[row] != AnnotationTable.noCategory else {
      loss.add(.annotationsWithoutCategory)
      return ""
    }
    loss.addUnplaced(row, of: dataset)
    loss.add(.attributes, dataset.attributes(ofAnnotation: row).count)
    if table.annotators[row] != AnnotationTable.noAnnotator { loss.add(.annotators) }
    // Marks that stand among the attributes are counted there.
    let marks = table.flags[row].intersection([.difficult, .occluded, .truncated])
    if !marks.isEmpty, dataset.attributes(ofAnnotation: row).isEmpty { loss.add(.flags) }

    let (width, height) = (Double(size.width), Double(size.height))
    let box = table.boxes[row]
    var numbers = [
      (box.x + box.width / 2) / width, (box.y + box.height / 2) / height,
      box.width / width, box.height / height,
    ]
    if let ring = ring(row, in: dataset, &loss) {
      numbers = ring.enumerated().map { $1 / ($0.isMultiple(of: 2) ? width : height) }
    } else if table.segmentations[row] != .none {
      loss.add(.outlines)
    }
    if let score = table.scores[row] { numbers.append(score) }
    return "\(table.categories[row]) \(numbers.map(PlainNumber.text).joined(separator: " "))\n"
  }

  /// The only ring of an annotation, where its bounds are the box's.
  private static func ring(
    _ row: Int,
    in dataset: Dataset,
    _ loss: inout ConversionLoss
  ) -> ArraySlice<Double>? {
    guard case .polygons(let rings) = dataset.annotations.segmentations[row], rings.count == 1,
      let first = rings.first
    else { return nil }
    let ring = dataset.segmentation.rings[Int(first)]
    guard ring.count >= 6, ring.count.isMultiple(of: 2), let bounds = Polygon.bounds(ring) else {
      return nil
    }
    let box = dataset.annotations.boxes[row]
    let misfits = [
      bounds.x - box.x, bounds.y - box.y, bounds.right - box.right, bounds.bottom - box.bottom,
    ]
    guard misfits.allSatisfy({ abs($0) <= largestMisfit }) else { return nil }
    if bounds != box { loss.add(.boxesBesideOutlines) }
    return ring
  }
}
