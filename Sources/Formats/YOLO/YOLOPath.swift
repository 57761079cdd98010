/// Where the layouts of YOLO folders put labels, images and parts of the data set.
///
/// `labels/train/a.txt` beside `images/train/a.jpg`, `train/labels/a.txt` beside `train/images/a.jpg`,
/// `obj_train_data/a.txt` beside `obj_train_data/a.jpg`, or both in one folder.
enum YOLOPath {
  /// The files that may name the categories; the first that exists counts.
  static let namesFiles = [
    "data.yaml", "data.yml", "dataset.yaml", "dataset.yml", "obj.names", "classes.txt",
    "labels/classes.txt",
  ]

  private static let imageEndings: Set<String> = [
    "jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff",
  ]

  static func isImage(_ path: String) -> Bool {
    imageEndings.contains(ending(path).lowercased())
  }

  static func isText(_ path: String) -> Bool { ending(path).lowercased() == "txt" }

  /// The path without the ending of its file name.
  static func stem(_ path: String) -> String {
    let ending = ending(path)
    return ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
  }

  /// Whether only label files have a place in the folder of the path.
  static func isInLabelFolder(_ path: String) -> Bool {
    folders(path).contains { $0 == "labels" || darknetSplit($0) != nil }
  }

  /// The stem of the image that lies in the other one of the folders `labels` and `images`.
  static func imageStem(ofLabel path: String) -> String? {
    var parts = stem(path).split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.dropLast().lastIndex(of: "labels") else { return nil }
    parts[index] = "images"
    return parts.joined(separator: "/")
  }

  static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The part of the data set that a file belongs to, and its name within that part.
  static func place(ofImage path: String) -> (split: String?, name: String) {
    let parts = path.split(separator: "/").map(String.init)
    let folders = parts.dropLast()
    if let index = folders.lastIndex(of: "images") {
      let rest = parts[(index + 1)...]
      if rest.count > 1, let first = rest.first, isSplit(first) {
        return (first, rest.dropFirst().joined(separator: "/"))
      }
      let above = index > 0 && isSplit(parts[index - 1]) ? parts[index - 1] : nil
      return (above, rest.joined(separator: "/"))
    }
    if let first = folders.first, let split = darknetSplit(first) {
      return (split, parts.dropFirst().joined(separator: "/"))
    }
    return (nil, path)
  }

  /// `train` of `obj_train_data`, as darknet's layout has it.
  private static func darknetSplit(_ folder: some StringProtocol) -> String? {
    guard folder.hasPrefix("obj_"), folder.hasSuffix("_data"), folder.count > 9 else { return nil }
    return String(folder.dropFirst(4).dropLast(5))
  }

  static func isSplit(_ folder: String) -> Bool {
    ["train", "val", "test"].contains { folder.hasPrefix($0) }
  }

  private static func folders(_ path: String) -> ArraySlice<Substring> {
    path.split(separator: "/").dropLast()
  }

  private static func ending(_ path: String) -> Substring {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...]
  }
}
