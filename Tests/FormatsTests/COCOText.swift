import Annotations
import Foundation
import TestSupport

@testable import Formats

/// Texts of small COCO files and how they read.
enum COCOText {
  static let image = #"{"id": 1, "file_name": "a.jpg", "width": 640, "height": 480}"#
  static let category = #"{"id": 7, "name": "cat"}"#
  static let annotation = #"{"id": 5, "image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 4]}"#

  static func file(
    images: [String] = [image],
    categories: [String] = [category],
    annotations: [String] = [annotation]
  ) -> String {
    """
    {"images": [\(images.joined(separator: ", "))],
    "categories": [\(categories.joined(separator: ", "))],
    "annotations": [
    \(annotations.joined(separator: ",\n"))
    ]}
    """
  }

  /// A file with one annotation that has these members besides what every annotation needs.
  static func file(withMembers members: String) -> String {
    file(annotations: ["{\(members), " + annotation.dropFirst()])
  }

  static func read(_ text: String) async throws -> ReadResult {
    try await read(Data(text.utf8))
  }

  static func read(_ contents: Data) async throws -> ReadResult {
    let folder = try TemporaryFolder()
    let path = try folder.write("train.json", contents)
    return try await COCOFormat.read(path, threads: 1)
  }

  /// The error of reading, without the folder in its path; `nil` where all goes well.
  static func failure(_ text: String) async throws -> FormatError? {
    try await failure(Data(text.utf8))
  }

  static func failure(_ contents: Data) async throws -> FormatError? {
    do {
      _ = try await read(contents)
      return nil
    } catch let error as FormatError {
      switch error {
      case .malformed(_, let line, let column, let problem):
        return .malformed(file: "train.json", line: line, column: column, problem: problem)
      case .unknownFormat(_, let reason):
        return .unknownFormat(path: "train.json", reason: reason)
      case .unreadable(_, let reason):
        return .unreadable(path: "train.json", reason: reason)
      }
    }
  }
}
