import Annotations

/// Some of the annotations of a file, read apart from those before them.
///
/// Where an element of the list starts cannot be known without reading what stands before it, so a chunk
/// starts where one may, and counts only if the elements before it end exactly there.
struct AnnotationChunk: Sendable {
  /// Offset of the first element.
  let start: Int
  /// Offset of the first element behind the chunk, or of what stands behind the list.
  let end: Int
  /// Whether the list ends with the chunk.
  let isLast: Bool
  /// How many elements there are, those left out included.
  let elements: Int32
  let error: JSONError?

  let table: AnnotationTable
  let segmentation: SegmentationTable
  let keypoints: Ragged<Keypoint>
  let attributes: Ragged<Attribute>
  let texts: FileTexts
  let refused: [RecordSource.Refusal]
  /// Up to the chunk's end, counted from its start.
  let lines: SourceLines

  /// Reads the elements from `start` on that start before `end`.
  init(_ bytes: PaddedBytes, from start: Int, before end: Int) {
    var source = RecordSource(bytes, fileName: "", elementAt: start)
    var reader = AnnotationReader()
    var goesOn = false
    var failure: JSONError?
    do throws(JSONError) {
      goesOn = try source.readElements(with: &reader, from: 0, before: end)
    } catch {
      failure = error
    }
    lines = source.linesUp(to: source.scanner.position)
    bytes.release(start..<source.scanner.position)
    self.start = start
    self.end = source.scanner.position
    isLast = !goesOn
    elements = source.elements
    error = failure
    table = reader.table
    segmentation = reader.outlines.finish()
    keypoints = reader.keypoints.rows
    attributes = reader.attributes
    texts = source.texts
    refused = source.refused
  }

  /// Offsets at which chunks of a constant size may start, the first at `start`.
  ///
  /// Behind the end of an object, a comma and the start of another: an element, or something nested or
  /// inside a text that looks like one.
  static func starts(in bytes: PaddedBytes, from start: Int, size: Int) -> [Int] {
    var starts = [start]
    var next = start + size
    while next < bytes.count {
      guard let found = elementStart(in: bytes, from: next) else { break }
      starts.append(found)
      next = max(found, next) + size
    }
    return starts
  }

  private static func elementStart(in bytes: PaddedBytes, from offset: Int) -> Int? {
    var offset = offset
    while let brace = bytes.firstIndex(of: ASCII.closeBrace, in: offset..<bytes.count) {
      var next = brace + 1
      skipSpace(in: bytes, &next)
      if bytes[next] == ASCII.comma {
        next += 1
        skipSpace(in: bytes, &next)
        if bytes[next] == ASCII.openBrace { return next }
      }
      offset = brace + 1
    }
    return nil
  }

  private static func skipSpace(in bytes: PaddedBytes, _ offset: inout Int) {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.newline, ASCII.carriageReturn, ASCII.tab: true
    default: false
    }
  }
}
