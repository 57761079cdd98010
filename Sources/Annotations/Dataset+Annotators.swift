extension Dataset {
  /// The data set cut by who annotated, in order of the annotators' names.
  ///
  /// An annotation without an annotator is in no part. An image that lists who was assigned keeps its
  /// list; of one that does not, only those who drew something in it are known to have looked at it.
  /// Images of one file are one image.
  package func splitByAnnotator() -> [(name: String, dataset: Dataset)] {
    unitingRepeatedFiles().parts()
  }

  private func parts() -> [(name: String, dataset: Dataset)] {
    let drawn = drawnBy
    var images = images
    images.assigned = Ragged()
    for image in 0..<images.count {
      images.assigned.appendRow(
        self.images.hasAssignment[image]
          ? Array(self.images.assigned[image]) : drawn[image].sorted()
      )
      images.hasAssignment[image] = true
    }
    return usedAnnotators.sorted { annotators[Int($0)] < annotators[Int($1)] }.map { code in
      (annotators[Int(code)], part(of: code, images: images))
    }
  }

  /// Annotations that name nobody.
  package var anonymousCount: Int {
    annotations.annotators.count { $0 == AnnotationTable.noAnnotator }
  }

  /// By image: who drew something in it.
  private var drawnBy: [Set<Int32>] {
    (0..<images.count).map { image in
      Set(annotations(ofImage: image).map { annotations.annotators[$0] })
        .subtracting([AnnotationTable.noAnnotator])
    }
  }

  private func part(of annotator: Int32, images: ImageTable) -> Dataset {
    let rows = annotations.annotators.indices.filter { annotations.annotators[$0] == annotator }
    return Dataset(
      format: format,
      files: files,
      images: images,
      categories: categories,
      annotations: annotations.permuted(by: rows),
      segmentation: segmentation,
      keypoints: keypoints,
      attributes: attributes,
      annotators: annotators,
      strings: strings
    )
  }
}
