import Annotations
import Findings
import Formats

struct RepeatedImageFileRule: DatasetRule {
  static let about = RuleAbout(
    id: "repeated-image-file",
    severity: .warning,
    summary: "an image whose file an earlier one names as well",
    rationale: """
      The picture is loaded twice, each time with a part of its objects, so that what is labelled in \
      one record counts as background in the other; a random split puts the picture into training and \
      test at once. Where it is written once for each annotator, they are compared on it as one image. \
      Names are compared as written; Pascal VOC folders, where each file is an image, are not looked at.
      """,
    fix: "put the annotations of both under one image, or correct the file name",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "a.jpg", "width": 100, "height": 80}
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
          {"id": 1, "file_name": "one/a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "two/a.jpg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    guard read.dataset.format.isCOCO else { return }
    let dataset = read.dataset
    let names = dataset.images.fileNames
    var firsts: [String: Int] = [:]
    for row in positionsOfRepeated(hashes: names.map(\.hashValue)) where !names[row].isEmpty {
      let name = names[row]
      guard let first = firsts[name] else {
        firsts[name] = row
        continue
      }
      findings.report {
        let united = dataset.annotators.isEmpty ? "" : "; annotators are compared as on one image"
        let message =
          "file '\(name)' is also that of \(dataset.pointer(ofImage: first)); each file stands once\(united)"
        return dataset.finding(Self.about, image: row, message)
      }
    }
  }
}
