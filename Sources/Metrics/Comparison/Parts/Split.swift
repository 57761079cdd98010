import Annotations
package import Findings

/// The part of the data set (`train`, `val`, …) that the files put an image into; the alphabetically
/// first where they name two.
package struct Split: ImageSlicing {
  package static let key = SliceKey.split

  private let names: [String?]

  package init(_ pairing: DatasetPairing) {
    names = pairing.imageTexts { $0.splits }
  }

  package func value(of image: ComparedImage) -> String? { names[image.index] }
}

extension DatasetPairing {
  /// A text of each paired image, from whichever side has one.
  func imageTexts(_ column: (ImageTable) -> [StringCode?]) -> [String?] {
    let columns = Sides(a: column(a.images), b: column(b.images))
    return images.map { pair in
      let texts = [
        columns.a[pair.a].map { a.strings[$0] }, columns.b[pair.b].map { b.strings[$0] },
      ]
      return texts.compactMap { $0 }.min()
    }
  }
}
