extension Dataset {
  /// The data set with images of one file as one image, which has the annotations and annotators of all.
  ///
  /// Some exports write an image once for each annotator. Images are one whose names are equal and whose sizes
  /// do not differ; the first of them stays, and images without a name stay apart.
  package func unitingRepeatedFiles() -> Dataset {
    let firsts = firstImagesOfFiles
    let kept = firsts.indices.filter { firsts[$0] == $0 }
    guard kept.count < firsts.count else { return self }
    var images = images
    images.assigned = Ragged()
    let assigned = assignedTogether(firsts)
    for image in firsts.indices {
      images.assigned.appendRow(assigned[image].sorted())
      if self.images.hasAssignment[image] { images.hasAssignment[firsts[image]] = true }
    }
    var annotations = annotations
    for row in annotations.images.indices where annotations.images[row] >= 0 {
      annotations.images[row] = Int32(firsts[Int(annotations.images[row])])
    }
    let declared = annotations.images.indices.filter { annotations.images[$0] >= 0 }
    return Dataset(
      format: format,
      files: files,
      images: images,
      categories: categories,
      annotations: annotations.permuted(by: declared),
      segmentation: segmentation,
      keypoints: keypoints,
      attributes: attributes,
      annotators: annotators,
      strings: strings
    ).selecting(images: kept, annotations: Array(declared.indices))
  }

  /// By image: the first one of its file, itself where it is that.
  private var firstImagesOfFiles: [Int] {
    var firsts: [String: Int] = [:]
    return images.fileNames.indices.map { row in
      let name = images.fileNames[row]
      guard !name.isEmpty, let first = firsts[name] else {
        firsts[name] = row
        return row
      }
      let (size, other) = (images.sizes[row], images.sizes[first])
      return size == nil || other == nil || size == other ? first : row
    }
  }

  /// By image: who was assigned to it or to a later one of its file.
  private func assignedTogether(_ firsts: [Int]) -> [Set<Int32>] {
    var assigned = firsts.indices.map { Set(images.assigned[$0]) }
    for (image, first) in firsts.enumerated() { assigned[first].formUnion(images.assigned[image]) }
    return assigned
  }
}
