extension Dataset {
  /// Some whole images of a data set, with all their annotations.
  package struct Slice: Sendable {
    package let dataset: Dataset
    /// Rows of the image table.
    package let images: Range<Int>

    /// Rows of the annotation table.
    package var annotations: Range<Int> {
      guard let first = images.first, let last = images.last else { return 0..<0 }
      return dataset.annotations(ofImage: first)
        .lowerBound..<dataset.annotations(ofImage: last).upperBound
    }
  }

  /// The images of every slice but the last: a constant, so that results do not depend on the machine.
  package static let imagesPerSlice = 256

  /// All images, cut into slices of a constant size.
  package var slices: [Slice] {
    stride(from: 0, to: images.count, by: Self.imagesPerSlice).map { start in
      Slice(dataset: self, images: start..<min(start + Self.imagesPerSlice, images.count))
    }
  }

  package func slice(images: Range<Int>) -> Slice { Slice(dataset: self, images: images) }
}
