import Annotations
import Findings
import Formats

struct CornersCountFromOneRule: DatasetRule {
  static let about = RuleAbout(
    id: "corners-count-from-one",
    severity: .info,
    summary: "Pascal VOC boxes whose corners seem to count pixels from 1",
    rationale: """
      Pascal VOC counts pixels from 1 and includes the last one, most other tools count from 0 and do not: \
      the same numbers then are boxes 1 px off and 1 px smaller, which a box of 20 px feels as an IoU of \
      .86. Corners are read here as they are written. They seem to count from 1 where at least five left or \
      top corners lie at 1, more than twice as many as at 2, and at most a tenth as many at 0.
      """,
    fix:
      "ask who made the data; where they count from 1, subtract 1 from xmin and ymin on the way to "
      + "formats that count from 0",
    triggering: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name>
          <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object>
        <object><name>cat</name>
          <bndbox><xmin>1</xmin><ymin>41</ymin><xmax>35</xmax><ymax>79</ymax></bndbox></object>
        <object><name>cat</name>
          <bndbox><xmin>40</xmin><ymin>1</ymin><xmax>60</xmax><ymax>40</ymax></bndbox></object>
        <object><name>cat</name>
          <bndbox><xmin>61</xmin><ymin>1</ymin><xmax>100</xmax><ymax>40</ymax></bndbox></object>
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
        <object><name>cat</name>
          <bndbox><xmin>40</xmin><ymin>1</ymin><xmax>60</xmax><ymax>40</ymax></bndbox></object>
        <object><name>cat</name>
          <bndbox><xmin>61</xmin><ymin>1</ymin><xmax>100</xmax><ymax>40</ymax></bndbox></object>
        <object><name>cat</name>
          <bndbox><xmin>61</xmin><ymin>1</ymin><xmax>99</xmax><ymax>60</ymax></bndbox></object>
      </annotation>
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let origin = PixelOrigin(read.dataset)
    guard origin.isOne, let first = origin.firstOne else { return }
    findings.report(annotation: first) {
      read.dataset.finding(
        Self.about,
        annotation: first,
        "\(origin.ones) left or top corners lie at 1, \(origin.twos) at 2 and \(origin.zeros) at 0: "
          + "pixels seem to be counted from 1"
      )
    }
  }
}
