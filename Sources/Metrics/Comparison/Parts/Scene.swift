import Annotations
package import Findings

/// The scene that the files name for an image; the alphabetically first where they name two.
package struct Scene: ImageSlicing {
  package static let key = SliceKey.scene

  private let names: [String?]

  package init(_ pairing: DatasetPairing) {
    names = pairing.imageTexts { $0.scenes }
  }

  package func value(of image: ComparedImage) -> String? { names[image.index] }
}
