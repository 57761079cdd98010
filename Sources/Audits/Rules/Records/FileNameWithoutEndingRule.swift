import Annotations
import Findings

struct FileNameWithoutEndingRule: ImageRule {
  static let about = RuleAbout(
    id: "file-name-without-ending",
    severity: .warning,
    summary: "an image whose file name has no ending such as .jpg",
    rationale: """
      Nothing can open the image by this name: loaders that join it to a folder find no file, and those that \
      add '.jpg' find the wrong one where others end in '.png'. Exporters that cut names at the first dot \
      write such names. Of Pascal VOC, the name of the XML file stands in where 'filename' is missing.
      """,
    fix: "write the whole name of the image file",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "train/a", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """,
      """
      <annotation>
        <filename></filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "v1.2/a.b.jpeg", "width": 100, "height": 80}
        ],
        "categories": [],
        "annotations": []
      }
      """,
      """
      <annotation>
        <filename>a.PNG</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
    ]
  )

  func check(image: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let name = dataset.images.fileNames[image]
    guard !name.isEmpty, !Self.hasEnding(name.utf8) else { return }
    findings.report {
      dataset.finding(
        Self.about,
        image: image,
        "file name '\(name)' has no ending; expected one such as .jpg"
      )
    }
  }

  /// Whether one to five letters or digits stand behind the last dot.
  private static func hasEnding(_ name: String.UTF8View) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return false
    }
    let ending = name[name.index(after: dot)...]
    return 1...5 ~= ending.count
      && ending.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
  }
}
