import Annotations
import Geometry
import Findings

struct FractionalCornerRule: AnnotationRule {
  static let about = RuleAbout(
    id: "fractional-corner",
    severity: .info,
    summary: "a corner of a Pascal VOC box that is no whole number",
    rationale: """
      Pascal VOC counts pixels, and many of its readers take corners with int(): of '45.70' py-faster-rcnn \
      and scripts like it stop with a ValueError, others cut the fraction off, which makes the box up to \
      1 px smaller. VOC 2012 itself has such corners in two of its files.
      """,
    fix:
      "round the corners where a reader of this data takes whole numbers, or use one that does not",
    triggering: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>45.70</xmin><ymin>10</ymin><xmax>60</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """
    ],
    clean: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>45.0</xmin><ymin>10</ymin><xmax>60</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.format == .voc else { return }
    let box = dataset.annotations.boxes[row]
    let corners = [
      ("xmin", box.x), ("ymin", box.y), ("xmax", box.x + box.width), ("ymax", box.y + box.height),
    ]
    guard let (name, corner) = corners.first(where: { $0.1.rounded() != $0.1 }) else { return }
    findings.report(annotation: row) {
      dataset.finding(
        Self.about,
        annotation: row,
        "'\(name)' is \(corner.messageText); expected a whole number of pixels"
      )
    }
  }
}
