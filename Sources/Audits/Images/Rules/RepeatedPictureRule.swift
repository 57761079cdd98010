import Annotations
package import Findings
import Imaging

package struct RepeatedPictureRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "repeated-picture",
    severity: .warning,
    summary: "an image whose file has the same bytes as that of an earlier image",
    rationale: """
      The picture counts twice in training and in every score, was paid for twice, and a later random \
      split may put it into training and test at once. Its two sets of labels seldom are the same. Files \
      of two names are compared; two records of one name are another rule's matter.
      """,
    fix: "keep one of the two with the better labels",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([
      .init("a.jpg", .picture(seed: 1)), .init("b.jpg", .picture(seed: 1)),
    ])
  ]
  package static let clean = [
    ImageFileExample([
      .init("a.jpg", .picture(seed: 1)), .init("b.jpg", .picture(seed: 2)),
    ]),
    ImageFileExample([
      .init("a.jpg", .picture(seed: 1)), .init("a.jpg", .picture(seed: 1)),
    ]),
  ]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for found in survey.repeats where found.isExact && !found.crossesSplits {
      findings.report {
        survey.dataset.finding(
          Self.about,
          image: found.image,
          "the file has the same bytes as '\(survey.dataset.images.fileNames[found.earlier])'",
          other: found.earlier
        )
      }
    }
  }
}
