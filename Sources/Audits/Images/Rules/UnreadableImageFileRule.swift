import Annotations
package import Findings
import Imaging

package struct UnreadableImageFileRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "unreadable-image-file",
    severity: .error,
    summary: "an image whose file cannot be read or decoded to its end as JPEG or PNG",
    rationale: """
      Some loaders fill the missing part of a cut-off picture with grey, so that its labels stand on \
      nothing; others stop. Files are decoded whole and warnings of the decoder count. A name that leads \
      out of the folder, a pipe and a device are not opened.
      """,
    fix: "deliver the file again, or write it as JPEG or PNG",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([.init("a.jpg", .halfPicture)]),
    ImageFileExample([.init("a.jpg", .text("GIF89a"))]),
    ImageFileExample([.init("a.jpg", .text(""))]),
    ImageFileExample([.init("../a.jpg", .picture(seed: 1))]),
  ]
  package static let clean = [
    // The first bytes say what a file is, not its name.
    ImageFileExample([.init("a.png", .picture(seed: 1)), .init("b", .blank)])
  ]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for (row, file) in survey.files.enumerated() {
      guard case .failure(let error) = file, error != .missing else { continue }
      findings.report {
        let name = survey.dataset.images.fileNames[row]
        return survey.dataset.finding(Self.about, image: row, "file '\(name)' \(error)")
      }
    }
  }
}
