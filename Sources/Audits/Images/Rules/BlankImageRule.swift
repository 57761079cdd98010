import Annotations
package import Findings
import Imaging

package struct BlankImageRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "blank-image",
    severity: .warning,
    summary: "an image in which all pixels have nearly one colour",
    rationale: """
      A covered lens, a failed export or a placeholder of a web site. Whatever is labelled on it teaches \
      noise, and unlabelled it is background of a kind that no camera delivers. Every channel varies by at \
      most 8 of 255 over the whole picture.
      """,
    fix: "leave the image out, or deliver the picture that it should have been",
    triggering: [],
    clean: []
  )

  package static let triggering = [ImageFileExample([.init("a.jpg", .blank)])]
  package static let clean = [ImageFileExample([.init("a.jpg", .picture(seed: 1))])]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for row in survey.files.indices where survey.examination(ofImage: row)?.content?.isBlank == true
    {
      findings.report {
        let count = survey.dataset.annotations(ofImage: row).count
        let objects = count == 1 ? "1 annotation stands" : "\(count) annotations stand"
        return survey.dataset.finding(
          Self.about,
          image: row,
          "all pixels have nearly one colour" + (count > 0 ? ", and \(objects) on it" : "")
        )
      }
    }
  }
}
