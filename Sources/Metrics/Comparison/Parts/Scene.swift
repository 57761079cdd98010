import Annotations
package import Findings

/// The scene that the files name for an image; the alphabetically first where they name two.
package struct Scene: ImageSlicing {
  package static let key = SliceKey.scene

  private let texts: ImageTexts

  package init(_ pairing: DatasetPairing) { texts = ImageTexts(pairing) { $0.scenes } }

  package var values: [String] { texts.values }

  package func codes(of images: ComparedImages) -> [Int?] { texts.codes(of: images) }
}
