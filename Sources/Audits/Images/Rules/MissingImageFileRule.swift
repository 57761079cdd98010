import Annotations
package import Findings
import Imaging

package struct MissingImageFileRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "missing-image-file",
    severity: .error,
    summary: "an image without a file in the folder given by --images",
    rationale: """
      A loader stops at the first such record, often hours into a training, or skips it with all its \
      objects. Names are looked for as they are written, with upper and lower case, below the folder.
      """,
    fix: "deliver the file, correct the name, or name the folder that the names are relative to",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([.init("a.jpg", nil)]),
    ImageFileExample([.init("A.jpg", nil), .init("a.jpg", .picture(seed: 1))]),
  ]
  package static let clean = [ImageFileExample([.init("day/a.jpg", .picture(seed: 1))])]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for (row, file) in survey.files.enumerated() {
      guard case .failure(.missing) = file else { continue }
      findings.report {
        let name = survey.dataset.images.fileNames[row]
        return survey.dataset.finding(
          Self.about,
          image: row,
          "there is no file '\(name)' in the folder of the images"
        )
      }
    }
  }
}
