import Annotations
import Foundation
import Geometry
import TestSupport

@testable import Formats

/// Annotation files for tests, and what their columns say once the codes are texts again.
enum VOCSample {
  /// One cat from (10, 20) to (110, 70).
  static let object = """
      <object>
        <name>cat</name>
        <bndbox><xmin>10</xmin><ymin>20</ymin><xmax>110</xmax><ymax>70</ymax></bndbox>
      </object>
    """

  /// A file with one image of 640 × 480 pixels.
  static func file(_ objects: String = object, name: String = "a.jpg") -> String {
    """
    <annotation>
      <filename>\(name)</filename>
      <size><width>640</width><height>480</height><depth>3</depth></size>
    \(objects)
    </annotation>

    """
  }

  /// Reads files that stand in one folder.
  static func read(_ files: [String: String], threads: Int = 2) async throws -> ReadResult {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return try await read(folder, threads: threads)
  }

  /// Reads a folder that outlives the reading.
  static func read(
    _ folder: TemporaryFolder,
    threads: Int = 2
  ) async throws -> ReadResult {
    try await VOCFormat.read(folder.path, threads: threads)
  }

  /// Parses one file from memory.
  static func parse(_ text: String) throws(XMLProblem) -> VOCDocument {
    try parse(Array(text.utf8))
  }

  static func parse(_ bytes: [UInt8]) throws(XMLProblem) -> VOCDocument {
    SAXParser.prepare()
    return try bytes.withUnsafeBufferPointer { (bytes) throws(XMLProblem) in
      try VOCDocument(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Why a file cannot be used, or `nil` where it can.
  static func problem(_ bytes: [UInt8]) -> XMLProblem? {
    do throws(XMLProblem) {
      _ = try parse(bytes)
      return nil
    } catch {
      return error
    }
  }

  static func problem(_ text: String) -> XMLProblem? { problem(Array(text.utf8)) }
}

extension Dataset {
  func categoryName(_ row: Int) -> String { categories.names[Int(annotations.categories[row])] }

  func annotator(_ row: Int) -> String? {
    let code = annotations.annotators[row]
    return code == AnnotationTable.noAnnotator ? nil : annotators[Int(code)]
  }

  /// An annotation's attributes as `name=value`, in the order of the file.
  func attributeTexts(_ row: Int) -> [String] {
    attributes(ofAnnotation: row).map { attribute in
      let value =
        switch attribute.value {
        case .flag(let flag): "flag \(flag)"
        case .number(let number): "number \(number)"
        case .text(let code): "text \(strings[code])"
        case .null: "null"
        }
      return "\(strings[attribute.name])=\(value)"
    }
  }
}
