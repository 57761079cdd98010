package import Annotations

/// Writes a whole data set as one COCO file, a record a line.
///
/// Images and annotations keep their ids where all are numbers that differ, and are counted from 1
/// otherwise; categories likewise.
package enum COCOWriter: AnnotationWriter {
  package static let id = "coco"
  package static let makesFolder = false

  package static func write<Failure: Error>(
    _ dataset: Dataset,
    emit: (_ path: String, _ text: String) throws(Failure) -> Void
  ) throws(Failure) -> ConversionLoss {
    var records = COCORecords(dataset)
    var text = "{\n\"images\": [\n"
    text += (0..<dataset.images.count).map { records.image($0) }.joined(separator: ",\n")
    text += "\n],\n\"categories\": [\n"
    text += (0..<dataset.categories.count).map { records.category($0) }.joined(separator: ",\n")
    text += "\n],\n\"annotations\": [\n"
    text += (0..<dataset.annotations.count).compactMap { records.annotation($0) }
      .joined(separator: ",\n")
    text += "\n]\n}\n"
    try emit("", text)
    return records.loss
  }
}
