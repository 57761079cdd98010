import Annotations
package import Findings
import Imaging

package struct ImageSizeMismatchRule: ImageFileRule {
  package static let about = RuleAbout(
    id: "image-size-mismatch",
    severity: .error,
    summary: "an image whose file has another size than its record says",
    rationale: """
      Boxes are pixels of the size that the annotator saw: where the file was scaled, cut or exchanged \
      after that, every box of the image is in the wrong place. Tools that read the size from the record \
      (pycocotools' masks among them) disagree with those that read the file. A size that is the file's \
      after the turn that its EXIF asks for is no mismatch.
      """,
    fix: "find out on which size the boxes were drawn; scale them or deliver that file",
    triggering: [],
    clean: []
  )

  package static let triggering = [
    ImageFileExample([.init("a.jpg", width: 64, height: 96, .picture(seed: 1))]),
    ImageFileExample([.init("a.jpg", width: 97, .picture(seed: 1))]),
  ]
  package static let clean = [
    ImageFileExample([.init("a.jpg", .picture(seed: 1))]),
    ImageFileExample([
      .init("a.jpg", width: 64, height: 96, .picture(seed: 1, orientation: 6))
    ]),
  ]

  package init() {}

  package func check(_ survey: ImageSurvey, into findings: inout FindingCollector) {
    for row in survey.files.indices {
      guard let file = survey.examination(ofImage: row),
        let stated = survey.dataset.images.sizes[row],
        stated != file.size, stated != file.orientation.shown(file.size)
      else { continue }
      findings.report { finding(row, file.size, stated, survey.dataset) }
    }
  }

  private func finding(
    _ row: Int,
    _ size: ImageSize,
    _ stated: ImageSize,
    _ dataset: Dataset
  ) -> Finding {
    let isExchanged = stated.width == size.height && stated.height == size.width
    let message =
      "the file is \(size.width) × \(size.height) px, the record says \(stated.width) × \(stated.height)"
      + (isExchanged ? ": width and height are exchanged" : "")
    return dataset.finding(
      Self.about,
      image: row,
      message,
      evidence: ["file-width": Double(size.width), "file-height": Double(size.height)]
    )
  }
}
