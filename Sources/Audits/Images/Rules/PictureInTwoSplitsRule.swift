import Annotations
package import Findings
import Imaging

package struct PictureInTwoSplitsRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "picture-in-two-splits",
    severity: .error,
    summary: "an image that shows the same as an image of another split",
    rationale: """
      What was learnt in training is asked again in the test: the score measures memory, and no longer how \
      the model does on new pictures. Found are files of the same bytes, and pictures that were written \
      again, scaled or slightly changed in light: a perceptual hash within 6 of 63 bits and a lightness \
      within 8 of 255 in the mean. Frames of a fixed camera may be so near as well; those leak too.
      """,
    fix: "keep the picture in one split; split by scene, camera or day and not by file",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([
      .init("a.jpg", split: "train", .picture(seed: 1)),
      .init("b.jpg", split: "test", .picture(seed: 1)),
    ]),
    ImageFileExample([
      .init("a.jpg", split: "train", .picture(seed: 1)),
      .init(
        "b.jpg",
        width: 150,
        height: 90,
        split: "test",
        .picture(seed: 1, width: 150, height: 90)
      ),
    ]),
  ]
  package static let clean = [
    ImageFileExample([
      .init("a.jpg", split: "train", .picture(seed: 1)),
      .init("b.jpg", split: "test", .picture(seed: 2)),
    ]),
    ImageFileExample([
      .init("a.jpg", split: "train", .picture(seed: 1)),
      .init("b.jpg", split: "train", .picture(seed: 1)),
      .init("c.jpg", .picture(seed: 1)),
    ]),
  ]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for found in survey.repeats where found.crossesSplits {
      findings.report {
        let dataset = survey.dataset
        let (own, other) = (split(found.image, dataset), split(found.earlier, dataset))
        let what = found.isExact ? "has the same bytes as" : "shows nearly the same as"
        return dataset.finding(
          Self.about,
          image: found.image,
          "the file, of split '\(own)', \(what) '\(dataset.images.fileNames[found.earlier])' of split '\(other)'",
          other: found.earlier
        )
      }
    }
  }

  private func split(_ image: Int, _ dataset: Dataset) -> String {
    dataset.images.splits[image].map { dataset.strings[$0] } ?? ""
  }
}
