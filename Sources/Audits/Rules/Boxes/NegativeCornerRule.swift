import Annotations
import Findings
import Geometry

struct NegativeCornerRule: AnnotationRule {
  static let about = RuleAbout(
    id: "negative-corner",
    severity: .warning,
    summary: "a Pascal VOC corner just below 0, which counts as inside its image",
    rationale: """
      It is what subtracting 1 leaves of a corner at 0. 'box-out-of-bounds' tolerates so little, but \
      readers that keep corners as unsigned numbers, as py-faster-rcnn does, make 65,535 of −1: the box \
      turns inside out and the loss becomes NaN.
      """,
    fix: "cut the box at the edge of its image, and find out which step counts pixels from 1",
    triggering: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>-1</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
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
          <bndbox><xmin>0</xmin><ymin>-30</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """
    ]
  )

  private let tolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { tolerance = settings.boundsTolerance }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.format == .voc else { return }
    let box = dataset.annotations.boxes[row]
    for (name, corner) in [("xmin", box.x), ("ymin", box.y)]
    where corner < 0 && corner >= -tolerance {
      findings.report(annotation: row) {
        dataset.finding(
          Self.about,
          annotation: row,
          "'\(name)' is \(corner.messageText); expected at least 0"
        )
      }
    }
  }
}
