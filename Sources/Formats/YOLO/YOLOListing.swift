/// The label files and images of a YOLO folder, each label file with its image.
struct YOLOListing: Sendable {
  /// A label file, an image, or both that belong together, as paths relative to the folder.
  struct Item: Sendable {
    var label: String?
    var image: String?

    /// Where its records are said to stand.
    var path: String { label ?? image ?? "" }
  }

  /// The folder and a slash.
  let root: String
  /// The file that names the categories.
  let namesFile: String
  /// In order of their paths.
  let items: [Item]

  /// - Throws: `unreadable`, or `unknownFormat` where the layout is none of YOLO.
  init(_ path: String) throws(FormatError) {
    let root = path.hasSuffix("/") ? path : path + "/"
    let files = try FolderWalk(root).files
    let present = Set(files)
    guard let namesFile = YOLOPath.namesFiles.first(where: present.contains) else {
      throw .unknownFormat(path: path, reason: "no 'data.yaml', 'obj.names' or 'classes.txt'")
    }
    let images = Dictionary(
      files.filter(YOLOPath.isImage).map { (YOLOPath.stem($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let labels = files.filter { file in
      YOLOPath.isText(file) && !YOLOPath.namesFiles.contains(file)
        && (YOLOPath.isInLabelFolder(file) || images[YOLOPath.stem(file)] != nil
          || Self.startsAsLabels(root + file))
    }
    guard !labels.isEmpty else {
      throw .unknownFormat(path: path, reason: "no label file beside '\(namesFile)'")
    }
    self.root = root
    self.namesFile = namesFile
    items = Self.pair(labels, images: images, files: files)
  }

  /// Gives each label file its image, and adds the images without one, on which nothing was found.
  private static func pair(_ labels: [String], images: [String: String], files: [String]) -> [Item]
  {
    var items = labels.map { label in
      let beside = images[YOLOPath.stem(label)]
      return Item(
        label: label,
        image: beside ?? YOLOPath.imageStem(ofLabel: label).flatMap { images[$0] }
      )
    }
    let taken = Set(items.compactMap(\.image))
    // The stems' folders of labels and of their images: other pictures, of curves and the like, are none
    // of the data set.
    let folders = Set(
      items.flatMap { [$0.label, $0.image].compactMap(\.self).map(YOLOPath.folder) }
    )
    for file in files where YOLOPath.isImage(file) && !taken.contains(file) {
      let folder = YOLOPath.folder(file)
      if folders.contains(folder) || "/\(folder)".contains("/images/") {
        items.append(Item(label: nil, image: file))
      }
    }
    return items.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether the first line of a text file is one of a label file.
  private static func startsAsLabels(_ path: String) -> Bool {
    var buffer = VOCFileBuffer()
    let text = try? buffer.text(path, prefix: 4096)
    let line = text.flatMap { YOLOText.lines($0).first } ?? ""
    return (try? YOLOLine(YOLOText.fields(line))) != nil
  }
}
