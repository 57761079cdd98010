import Annotations
package import Findings
import Imaging

package struct TurnedImageRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "exif-turned-image",
    severity: .warning,
    summary: "an image whose EXIF asks that it be turned or mirrored before it is shown",
    rationale: """
      Browsers and OpenCV turn it, Pillow and torchvision do not unless told to: the annotator saw one \
      picture and the training another, and every box is in the wrong place. The size of the record tells \
      which of the two was labelled where the turn exchanges width and height.
      """,
    fix:
      "store the pixels as they are to be shown, without the EXIF orientation, and check the boxes",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([.init("a.jpg", .picture(seed: 1, orientation: 3))]),
    ImageFileExample([
      .init("a.jpg", width: 64, height: 96, .picture(seed: 1, orientation: 6))
    ]),
  ]
  package static let clean = [
    ImageFileExample([.init("a.jpg", .picture(seed: 1, orientation: 1))]),
    // EXIF knows the values 1 to 8.
    ImageFileExample([.init("a.jpg", .picture(seed: 1, orientation: 9))]),
  ]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for row in survey.files.indices {
      guard let file = survey.examination(ofImage: row), file.orientation != .upright else {
        continue
      }
      findings.report {
        survey.dataset.finding(
          Self.about,
          image: row,
          message(file, stated: survey.dataset.images.sizes[row]),
          evidence: ["exif-orientation": Double(file.orientation.rawValue)]
        )
      }
    }
  }

  private func message(_ file: ImageExamination, stated: ImageSize?) -> String {
    let start = "EXIF orientation \(file.orientation.rawValue)"
    guard file.orientation.exchangesSides, let stated, file.size.width != file.size.height else {
      return
        "\(start): nothing tells whether the boxes are those of the picture as stored or as shown"
    }
    return switch stated {
    case file.size: "\(start), and the record has the size of the picture as it is stored"
    case file.orientation.shown(file.size):
      "\(start), and the record has the size of the turned picture"
    default: "\(start), and the record has neither the size as stored nor that as shown"
    }
  }
}
