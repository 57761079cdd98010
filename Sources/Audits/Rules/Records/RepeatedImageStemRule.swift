import Annotations
import Findings
import Formats

struct RepeatedImageStemRule: DatasetRule {
  static let about = RuleAbout(
    id: "repeated-image-stem",
    severity: .warning,
    summary: "two images whose file names differ in their endings only",
    rationale: """
      Pascal VOC and YOLO keep one label file for each name without ending: of 'a.jpg' and 'a.png' one \
      overwrites the other, or gets its boxes too. Annotators' files that name another ending cannot be \
      paired any more.
      """,
    fix: "rename one of the images",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "p/a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "p/a.png", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "p/a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "q/a.png", "width": 100, "height": 80},
          {"id": 3, "file_name": "p/a.jpg", "width": 100, "height": 80},
          {"id": 4, "file_name": "v1.a", "width": 100, "height": 80},
          {"id": 5, "file_name": "v1.b", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """
    ]
  )

  /// What image files end in; of other names it is not known where their ending starts.
  private static let endings: Set = ["jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff", "gif"]

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let names = dataset.images.fileNames
    var firsts: [Substring: Int] = [:]
    for row in positionsOfRepeated(hashes: names.map { Self.stem($0).hashValue }) {
      let name = names[row]
      guard let dot = name.lastIndex(of: "."),
        Self.endings.contains(name[name.index(after: dot)...].lowercased())
      else { continue }
      guard let first = firsts[name[..<dot]] else {
        firsts[name[..<dot]] = row
        continue
      }
      let other = names[first]
      // The same file twice is a finding of another rule.
      guard other != name else { continue }
      findings.report {
        dataset.finding(
          Self.about,
          image: row,
          "file '\(name)' differs from '\(other)' in its ending only"
        )
      }
    }
  }

  /// What stands before the last dot.
  private static func stem(_ name: String) -> Substring {
    name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name[...]
  }
}
