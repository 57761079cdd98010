import Annotations
import Geometry

/// What was read from some consecutive files.
struct VOCPart: Sendable {
  /// One usable file.
  struct Image: Sendable {
    /// Index among all files of the folder.
    var file: Int
    var stem: String
    var content: VOCImage
    var boxes: [(object: Int, box: Box)]
  }

  private(set) var images: [Image] = []
  private(set) var quarantined: [Quarantined] = []
  private(set) var digests: [(path: String, sha256: String)] = []

  init(files: ArraySlice<String>, folder: String, firstFile: Int) {
    for (offset, name) in files.enumerated() {
      read(name, folder: folder, file: firstFile + offset)
    }
  }

  private mutating func read(_ name: String, folder: String, file: Int) {
    do throws(FormatError) {
      let mapped = try MappedFile(path: "\(folder)/\(name)")
      digests.append((name, InputDigest.sha256(mapped.bytes)))
      switch VOCDocument.read(mapped.bytes) {
      case .success(let content): use(content, name, file)
      case .failure(let problem):
        quarantine(name, line: max(1, problem.line), problem.column, "/", problem.text)
      }
    } catch {
      let reason = if case .unreadable(_, let reason) = error { reason } else { error.description }
      quarantine(name, line: 1, 1, "/", reason)
    }
  }

  private mutating func use(_ content: VOCImage, _ name: String, _ file: Int) {
    var image = Image(file: file, stem: Self.stem(name), content: content, boxes: [])
    for object in content.objects {
      switch object.box() {
      case .success(let box): image.boxes.append((object.index, box))
      case .failure(let problem):
        let pointer = "/annotation/object[\(object.index + 1)]"
        quarantine(name, line: object.line, object.column, pointer, problem.text)
      }
    }
    images.append(image)
  }

  private mutating func quarantine(
    _ name: String,
    line: Int,
    _ column: Int,
    _ pointer: String,
    _ problem: String
  ) {
    quarantined.append(
      Quarantined(file: name, line: line, column: column, pointer: pointer, problem: problem)
    )
  }

  private static func stem(_ name: String) -> String {
    name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
  }
}
