import Annotations
import Findings

struct FileNameNotStemRule: ImageRule {
  static let about = RuleAbout(
    id: "file-name-not-stem",
    severity: .warning,
    summary: "a Pascal VOC file that is named otherwise than the image it speaks of",
    rationale: """
      Half of the readers find the image by 'filename', the others by the name of the XML file; lists of \
      splits name the latter. Where both differ, the same annotations belong to two different images, as \
      after files were renamed, copied as a template, or cut at a dot in their name.
      """,
    fix: "give the XML file the name of its image, and 'filename' the name that the image has",
    triggering: [
      """
      <annotation>
        <filename>b.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """
    ],
    clean: [
      """
      <annotation>
        <filename>example.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
    ]
  )

  func check(image: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.format == .voc, case .text(let code) = dataset.images.ids[image] else { return }
    let (stem, name) = (dataset.strings[code], dataset.images.fileNames[image])
    guard !Self.isImage(name.utf8, of: stem.utf8) else { return }
    findings.report {
      dataset.finding(
        Self.about,
        image: image,
        "'filename' is '\(name)' in '\(stem).xml'; expected the same name before the ending"
      )
    }
  }

  /// Whether a name, folders before it left out, is a stem, or a stem, a dot and something without a dot.
  private static func isImage(_ name: String.UTF8View, of stem: String.UTF8View) -> Bool {
    let slashes = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
    let component = name.split { slashes.contains($0) }.last ?? name[...]
    guard component.starts(with: stem) else { return false }
    let rest = component.dropFirst(stem.count)
    return rest.isEmpty
      || rest.first == UInt8(ascii: ".") && !rest.dropFirst().contains(UInt8(ascii: "."))
  }
}
