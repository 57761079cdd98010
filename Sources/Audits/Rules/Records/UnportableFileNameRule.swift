import Annotations
import Findings
import Formats

struct UnportableFileNameRule: DatasetRule {
  static let about = RuleAbout(
    id: "unportable-file-name",
    severity: .warning,
    summary: "a file name with '..', a drive letter or a path from the root",
    rationale: """
      Loaders join the name to the folder of the images. A path from the root or with a drive letter \
      is found on the annotator's machine only, and '..' leads out of the folder: a tool that writes \
      beside each image, as converters do, then writes where nobody expects it.
      """,
    fix: "write the path relative to the folder of the images",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "../a.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """,
      """
      {
        "images": [
          {"id": 1, "file_name": "/home/ann/a.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """,
      """
      {
        "images": [
          {"id": 1, "file_name": "C:/data/a.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """,
      """
      {
        "images": [
          {"id": 1, "file_name": "data\\\\..\\\\a.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """,
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "train/a..b.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "ab:y.jpg.jpg", "width": 100, "height": 80},
          {"id": 3, "file_name": "./c.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    for (row, name) in read.dataset.images.fileNames.enumerated() {
      guard let problem = Self.problem(of: name.utf8) else { continue }
      findings.report {
        let message =
          "file name '\(name)' \(problem); expected a path inside the folder of the images"
        return read.dataset.finding(Self.about, image: row, message)
      }
    }
    checkAbsolutePaths(of: read.dataset, into: &findings)
  }

  /// Reports paths of one machine, of which the reader kept the last component.
  private func checkAbsolutePaths(of dataset: Dataset, into findings: inout FindingCollector) {
    for (image, path) in dataset.images.absolutePaths {
      findings.report {
        let name = dataset.images.fileNames[Int(image)]
        let message =
          "file name '\(path)' is a path of one machine, read as '\(name)'; expected a path inside "
          + "the folder of the images"
        return dataset.finding(Self.about, image: Int(image), message)
      }
    }
  }

  /// What ties a path to one machine or leads out of its folder, or `nil`.
  private static func problem(of path: String.UTF8View) -> String? {
    if let first = path.first, isSeparator(first) { return "starts at the root" }
    if path.dropFirst().first == UInt8(ascii: ":"), let letter = path.first, isLetter(letter) {
      return "has a drive letter"
    }
    let leadsOut = path.split(whereSeparator: isSeparator)
      .contains { $0.elementsEqual("..".utf8) }
    return leadsOut ? "leads out of its folder by '..'" : nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
