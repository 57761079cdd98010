package import Annotations

/// Writes a Pascal VOC folder: `Annotations/NAME.xml` an image, `ImageSets/Main/SPLIT.txt` a split.
package enum VOCWriter: AnnotationWriter {
  package static let id = "voc"
  package static let makesFolder = true

  package static func write<Failure: Error>(
    _ dataset: Dataset,
    emit: (_ path: String, _ text: String) throws(Failure) -> Void
  ) throws(Failure) -> ConversionLoss {
    var loss = ConversionLoss()
    // The reader of a folder does not look below it.
    let images = WritableImages(dataset, loss: &loss) { image in
      YOLOPath.stem(dataset.images.fileNames[image]).replacing("/", with: "_")
    }
    loss.addUnplacedCategories(of: dataset)
    loss.add(.categoryIDs, dataset.categories.ids.count { $0 != .absent })
    let used = Set(dataset.annotations.categories)
    loss.add(.unusedCategories, (0..<dataset.categories.count).count { !used.contains(Int32($0)) })

    var splits: [String: [String]] = [:]
    for (image, stem) in images.rows {
      var document = VOCDocumentText(dataset, loss: loss)
      let text = document.text(ofImage: image)
      loss = document.loss
      try emit("Annotations/\(stem).xml", text)
      guard let split = dataset.split(ofImage: image) else { continue }
      if Dataset.isFileName(split) {
        splits[split, default: []].append(stem)
      } else {
        loss.add(.splits)
      }
    }
    for (split, stems) in splits.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    {
      try emit("ImageSets/Main/\(split).txt", stems.joined(separator: "\n") + "\n")
    }
    return loss
  }
}
