import Annotations
import Geometry
import Findings
import Formats

struct CornerZeroAmongOnesRule: DatasetRule {
  static let about = RuleAbout(
    id: "corner-zero-among-ones",
    severity: .warning,
    summary: "a corner at 0 in a Pascal VOC data set whose pixels seem to be counted from 1",
    rationale: """
      Where pixels count from 1 there is no pixel 0: these boxes come from another tool, or are 1 px off. \
      Readers that subtract 1, as py-faster-rcnn does, get −1 of it, which as an unsigned number becomes \
      65,535 and ends the training. The counts of 'corners-count-from-one' tell where they seem to.
      """,
    fix:
      "bring all files to one way of counting; here, add 1 to the corners of the files that count from 0",
    triggering: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
      \((0..<10).map {
        """
          <object><name>cat</name>
            <bndbox><xmin>1</xmin><ymin>\($0 + 5)</ymin><xmax>3\($0)</xmax><ymax>60</ymax></bndbox>
          </object>
        """
      }.joined(separator: "\n"))
        <object><name>cat</name>
          <bndbox><xmin>0</xmin><ymin>41</ymin><xmax>35</xmax><ymax>79</ymax></bndbox></object>
      </annotation>
      """
    ],
    clean: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>0</xmin><ymin>1</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object>
        <object><name>cat</name>
          <bndbox><xmin>1</xmin><ymin>41</ymin><xmax>35</xmax><ymax>79</ymax></bndbox></object>
      </annotation>
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let origin = PixelOrigin(dataset)
    guard origin.isOne, origin.zeros > 0 else { return }
    for (row, box) in dataset.annotations.boxes.enumerated() where box.x == 0 || box.y == 0 {
      findings.report(annotation: row) {
        dataset.finding(
          Self.about,
          annotation: row,
          "'\(box.x == 0 ? "xmin" : "ymin")' is 0 where \(origin.ones) corners lie at 1; "
            + "expected at least 1"
        )
      }
    }
  }
}
