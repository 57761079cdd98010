extension Dataset {
  /// Some of the images and annotations, in their order here, with everything that is known of them.
  ///
  /// All categories stay, so that equal categories keep equal codes.
  ///
  /// Rows of both tables are ascending, each once, and each annotation is of one of the images.
  package func selecting(images imageRows: [Int], annotations annotationRows: [Int]) -> Dataset {
    var newRows = [Int32](repeating: AnnotationTable.noImage, count: images.count)
    for (new, old) in imageRows.enumerated() { newRows[old] = Int32(new) }
    var annotations = annotations.permuted(by: annotationRows)
    for row in annotations.images.indices {
      let new = newRows[Int(annotations.images[row])]
      precondition(new != AnnotationTable.noImage, "an annotation is selected with its image")
      annotations.images[row] = new
    }
    return Dataset(
      format: format,
      files: files,
      images: images.selecting(imageRows, newRows: newRows),
      categories: categories,
      annotations: annotations,
      segmentation: segmentation,
      keypoints: keypoints,
      attributes: attributes,
      annotators: annotators,
      strings: strings
    )
  }
}

extension ImageTable {
  fileprivate func selecting(_ rows: [Int], newRows: [Int32]) -> ImageTable {
    var table = ImageTable()
    table.ids = rows.map { ids[$0] }
    table.fileNames = rows.map { fileNames[$0] }
    table.sizes = rows.map { sizes[$0] }
    table.scenes = rows.map { scenes[$0] }
    table.splits = rows.map { splits[$0] }
    table.hasAssignment = rows.map { hasAssignment[$0] }
    table.places = rows.map { places[$0] }
    for row in rows {
      table.assigned.appendRow(assigned[row])
      table.notExhaustive.appendRow(notExhaustive[row])
    }
    table.undeclaredNotExhaustive = undeclaredNotExhaustive.compactMap { image, id in
      let new = newRows[Int(image)]
      return new < 0 ? nil : (image: new, id: id)
    }
    return table
  }
}
