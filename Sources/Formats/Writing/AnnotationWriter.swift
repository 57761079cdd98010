package import Annotations

/// Writes a data set in one format; the counterpart of `AnnotationFormat`.
package protocol AnnotationWriter: Sendable {
  /// As the command line names it: `coco`.
  static var id: String { get }

  /// Whether it writes a folder of files, not one file.
  static var makesFolder: Bool { get }

  /// Gives every file to `emit`: its path below the target (empty for the target itself) and its text.
  ///
  /// The same data set gives the same files in the same order.
  ///
  /// - Returns: What the format cannot hold.
  static func write<Failure: Error>(
    _ dataset: Dataset,
    emit: (_ path: String, _ text: String) throws(Failure) -> Void
  ) throws(Failure) -> ConversionLoss
}

/// Every format that can be written, one line each.
package enum WriterCatalog {
  package static let all: [any AnnotationWriter.Type] = [
    COCOWriter.self,
    VOCWriter.self,
    YOLOWriter.self,
  ]
}
