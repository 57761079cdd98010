import Annotations
package import Findings

/// The part of the data set (`train`, `val`, …) that the files put an image into; the alphabetically
/// first where they name two.
package struct Split: ImageSlicing {
  package static let key = SliceKey.split

  private let texts: ImageTexts

  package init(_ pairing: DatasetPairing) { texts = ImageTexts(pairing) { $0.splits } }

  package var values: [String] { texts.values }

  package func codes(of images: ComparedImages) -> [Int?] { texts.codes(of: images) }
}
