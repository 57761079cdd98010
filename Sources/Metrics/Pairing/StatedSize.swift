package import Annotations

extension ImageSize {
  /// The wider of two sizes that files state for an image, of equally wide ones the higher; where only one
  /// states it, that.
  ///
  /// It does not matter which file is asked first.
  static func larger(_ first: ImageSize?, _ second: ImageSize?) -> ImageSize? {
    guard let first, let second else { return first ?? second }
    return (first.width, first.height) < (second.width, second.height) ? second : first
  }
}

extension DatasetPairing {
  /// The size of an image as its files state it.
  func size(of image: ImagePair) -> ImageSize? {
    .larger(a.images.sizes[image.a], b.images.sizes[image.b])
  }
}

extension PanelPairing {
  /// The size of an image as its files state it.
  package func size(of image: ImageGroup) -> ImageSize? {
    image.rows.indices.reduce(nil) { size, annotator in
      .larger(size, image.rows[annotator].flatMap { datasets[annotator].images.sizes[$0] })
    }
  }
}
