import Annotations
import Geometry

/// What one label file and its image say.
struct YOLOFile: Sendable {
  struct Object: Sendable {
    var category: Int64
    /// In pixels.
    var box: Box
    /// `x0, y0, x1, y1, …` in pixels; `nil` of a box.
    var ring: [Double]?
    var confidence: Double?
    /// Counted from 1.
    var line: Int
  }

  private(set) var objects: [Object] = []
  private(set) var size: ImageSize?
  private(set) var quarantined: [Quarantined] = []
  /// The paths that were read and the digests of what was used of them.
  private(set) var digests: [(path: String, sha256: String)] = []

  private let path: String

  /// Reads a label file and the size of its image; what cannot be used goes to quarantine.
  ///
  /// `hasKeypoints` tells that lines hold keypoints, which are not read.
  init(_ item: YOLOListing.Item, in root: String, hasKeypoints: Bool) {
    path = item.path
    if let image = item.image { readSize(of: image, in: root) }
    guard let label = item.label else { return }
    var buffer = VOCFileBuffer()
    do throws(XMLProblem) {
      let text = try buffer.text(root + label)
      digests.append((label, InputDigest.of(Array(text.utf8).span.bytes)))
      readLines(text, obstacle: obstacle(item, hasKeypoints: hasKeypoints))
    } catch {
      digests.append((label, ""))
      quarantined.append(Quarantined(error, in: label))
    }
  }

  /// Reads the text of a label file, whose image is of a known size; `path` is for messages.
  init(_ text: String, path: String, size: ImageSize) {
    self.path = path
    self.size = size
    readLines(text, obstacle: nil)
  }

  /// Why no line of the file can be used.
  private func obstacle(_ item: YOLOListing.Item, hasKeypoints: Bool) -> String? {
    if hasKeypoints { return "keypoints ('kpt_shape') are not read from YOLO" }
    guard let image = item.image else {
      return "its image is missing, so that shares of it are no pixels; expected the image beside"
    }
    return size == nil
      ? "the size of its image '\(image)' cannot be read; expected a JPEG or PNG file" : nil
  }

  private mutating func readSize(of image: String, in root: String) {
    var buffer = VOCFileBuffer()
    do throws(XMLProblem) {
      try buffer.load(root + image, prefix: ImageHeader.length)
      size = try buffer.withBytes(ImageHeader.size)
    } catch {
      size = nil
    }
    // Of an image nothing but the size is used.
    let text = size.map { "\($0.width) \($0.height)" } ?? ""
    digests.append((image, InputDigest.of(Array(text.utf8).span.bytes)))
  }

  private mutating func readLines(_ text: String, obstacle: String?) {
    for (index, line) in YOLOText.lines(text).enumerated() {
      let fields = YOLOText.fields(line)
      guard !fields.isEmpty else { continue }
      do throws(YOLOLine.Problem) {
        if let obstacle { throw YOLOLine.Problem(obstacle) }
        try append(try YOLOLine(fields), line: index + 1)
      } catch {
        quarantined.append(
          Quarantined(
            file: path,
            line: index + 1,
            column: 1,
            pointer: "line \(index + 1)",
            problem: error.text
          )
        )
      }
    }
  }

  private mutating func append(_ line: YOLOLine, line number: Int) throws(YOLOLine.Problem) {
    guard let size else { return }
    let (width, height) = (Double(size.width), Double(size.height))
    let box: Box
    var ring: [Double]?
    switch line.shape {
    case .box(let x, let y, let boxWidth, let boxHeight):
      box = Box(
        x: (x - boxWidth / 2) * width,
        y: (y - boxHeight / 2) * height,
        width: boxWidth * width,
        height: boxHeight * height
      )
    case .polygon(let shares):
      let points = shares.enumerated().map { $1 * ($0.isMultiple(of: 2) ? width : height) }
      ring = points
      box = Polygon.bounds(points[...]) ?? Box(x: 0, y: 0, width: 0, height: 0)
    }
    guard [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else {
      throw YOLOLine.Problem("the box in pixels is not finite; expected shares of 0 to 1")
    }
    objects.append(
      Object(
        category: line.category,
        box: box,
        ring: ring,
        confidence: line.confidence,
        line: number
      )
    )
  }
}
