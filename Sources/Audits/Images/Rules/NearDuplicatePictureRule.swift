import Annotations
package import Findings
import Imaging

package struct NearDuplicatePictureRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "near-duplicate-picture",
    severity: .info,
    summary: "an image that shows nearly the same as an earlier one of the same split",
    rationale: """
      The same picture written again or scaled, or the next frame of a film: labels of it cost as much as \
      others and teach less, and a later random split may part the two. A perceptual hash within 6 of 63 \
      bits and a lightness within 8 of 255 in the mean; pictures that were cut or mirrored are not found.
      """,
    fix: "keep one of the two, or keep both in one split",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([
      .init("a.jpg", .picture(seed: 1)),
      .init("b.jpg", width: 192, height: 128, .picture(seed: 1, width: 192, height: 128)),
    ])
  ]
  package static let clean = [
    ImageFileExample([
      .init("a.jpg", .picture(seed: 1)), .init("b.jpg", .picture(seed: 2)),
      .init("c.jpg", .picture(seed: 3)),
    ]),
    // Blank pictures look the same, and have a rule of their own; the same bytes have one, too.
    ImageFileExample([
      .init("a.jpg", .blank), .init("b.jpg", .blank), .init("c.jpg", .picture(seed: 1)),
      .init("d.jpg", .picture(seed: 1)),
    ]),
  ]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for found in survey.repeats where !found.isExact && !found.crossesSplits {
      findings.report {
        survey.dataset.finding(
          Self.about,
          image: found.image,
          "shows nearly the same as '\(survey.dataset.images.fileNames[found.earlier])'",
          other: found.earlier
        )
      }
    }
  }
}
