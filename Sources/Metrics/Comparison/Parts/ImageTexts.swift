import Annotations

/// A text of each paired image, from whichever side has one; the alphabetically first where both have.
struct ImageTexts: Sendable {
  /// All that occur, sorted.
  let values: [String]
  /// By position among the pairing's images: position in `values`.
  ///
  /// Empty where no image has a text.
  private let codes: [Int?]

  init(_ pairing: DatasetPairing, _ column: (ImageTable) -> [StringCode?]) {
    let columns = Sides(a: column(pairing.a.images), b: column(pairing.b.images))
    guard [columns.a, columns.b].contains(where: { $0.contains { $0 != nil } }) else {
      (values, codes) = ([], [])
      return
    }
    let texts = pairing.images.map { pair in
      let texts = [
        columns.a[pair.a].map { pairing.a.strings[$0] },
        columns.b[pair.b].map { pairing.b.strings[$0] },
      ]
      return texts.compactMap { $0 }.min()
    }
    let values = Set(texts.compactMap { $0 }).sorted()
    let position = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    self.values = values
    codes = texts.map { text in text.flatMap { position[$0] } }
  }

  func codes(of images: ComparedImages) -> [Int?] {
    images.indices.map { codes[images.index(of: $0)] }
  }
}
