import Annotations

/// The images of a data set that a folder with one file an image can hold.
struct WritableImages {
  /// Rows of the image table with the path of their file, without the ending of its name.
  private(set) var rows: [(image: Int, stem: String)] = []

  /// Leaves out images whose names lead out of the folder, and later ones of the same file; counts them.
  init(_ dataset: Dataset, loss: inout ConversionLoss, stem: (Int) -> String) {
    var taken: Set<String> = []
    for image in 0..<dataset.images.count {
      let name = dataset.images.fileNames[image]
      let stem = stem(image)
      let annotations = dataset.annotations(ofImage: image).count
      guard Self.isUsable(name) else {
        loss.add(.imagesWithUnusableName)
        loss.add(.annotationsOfUnusableNames, annotations)
        continue
      }
      guard taken.insert(stem).inserted else {
        loss.add(.imagesOfRepeatedFiles)
        loss.add(.annotationsOfRepeatedFiles, annotations)
        continue
      }
      rows.append((image, stem))
    }
    loss.add(.annotationsWithoutImage, dataset.strays.count)
  }

  /// Whether a name is a relative path that stays in its folder and holds no control character.
  private static func isUsable(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.contains("\\") && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }
}

extension Dataset {
  func split(ofImage image: Int) -> String? { images.splits[image].map { strings[$0] } }

  /// Whether one component can be the name of a folder or file.
  static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && !text.contains("/") && !text.contains("\\")
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
