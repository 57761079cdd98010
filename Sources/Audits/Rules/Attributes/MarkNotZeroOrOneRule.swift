import Annotations
import Findings

struct MarkNotZeroOrOneRule: AnnotationRule {
  static let about = RuleAbout(
    id: "mark-not-zero-or-one",
    severity: .warning,
    summary: "a 'difficult', 'truncated' or 'occluded' of Pascal VOC that is neither 0 nor 1",
    rationale: """
      Readers take the mark with int(): 'true' or 'Unspecified' stops them, and of 2 it depends on the \
      reader whether it counts. An object that is wrongly 'difficult' is left out of the score of Pascal \
      VOC, one that wrongly is not lowers it.
      """,
    fix: "write 0 or 1, or leave the element out",
    triggering: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name><difficult>true</difficult>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name><difficult>0</difficult><truncated>2</truncated>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """,
    ],
    clean: [
      """
      <annotation>
        <filename>a.jpg</filename>
        <size><width>100</width><height>80</height></size>
        <object><name>cat</name><difficult>1</difficult><truncated>0</truncated><occluded/>
          <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
        </object>
      </annotation>
      """
    ]
  )

  private static let marks: Set = ["difficult", "truncated", "occluded"]

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.format == .voc else { return }
    for attribute in dataset.attributes(ofAnnotation: row) {
      guard case .text(let value) = attribute.value,
        Self.marks.contains(dataset.strings[attribute.name])
      else { continue }
      findings.report(annotation: row) {
        dataset.finding(
          Self.about,
          annotation: row,
          "'\(dataset.strings[attribute.name])' is '\(dataset.strings[value])'; expected 0 or 1"
        )
      }
    }
  }
}
