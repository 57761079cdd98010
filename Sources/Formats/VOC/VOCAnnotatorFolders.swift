import Glibc

/// The folders of annotation files in a folder that has none itself: perhaps one an annotator.
///
/// They are taken for annotators where more than half of the files of each have their name in another one too, and where no
/// folder is named like a split (`train`, `valid`, …) or a year of the VOC challenge (`VOC2007`).
struct VOCAnnotatorFolders {
  private let folders: [(name: String, listing: VOCListing)]

  /// Folders with more of them are no data set of annotators.
  private static let limit = 64

  private static let otherNames: Set = [
    "train", "training", "trainval", "val", "valid", "validation", "dev", "test", "testing", "voc",
  ]

  /// The folders that hold annotation files, links to folders left out; `nil` where there are none.
  init?(_ path: String) {
    let root = path.hasSuffix("/") ? path : path + "/"
    guard
      let entries = try? FolderEntries(of: root, where: { $1 == DT_DIR || $1 == DT_UNKNOWN }).names,
      entries.count <= Self.limit
    else { return nil }
    folders = entries.compactMap { name in
      guard let listing = try? VOCListing.find(root + name, shownAs: name + "/"),
        listing.isFolder, listing.hasAnnotations
      else { return nil }
      return (name, listing)
    }
    if folders.isEmpty { return nil }
  }

  /// Whether they are taken for annotators.
  var holdSameImages: Bool {
    guard folders.count > 1, !folders.contains(where: { Self.hasOtherMeaning($0.name) }) else {
      return false
    }
    var counts: [String: Int] = [:]
    for folder in folders { for name in folder.listing.names { counts[name, default: 0] += 1 } }
    return folders.allSatisfy { folder in
      let shared = folder.listing.names.count { counts[$0, default: 0] > 1 }
      return 2 * shared > folder.listing.names.count
    }
  }

  /// As annotators, each of whom annotated all files of a folder.
  var parts: [VOCSource.Part] {
    folders.map { VOCSource.Part(annotator: $0.name, listing: $0.listing) }
  }

  var reason: String {
    let files = folders.reduce(0) { $0 + $1.listing.names.count }
    return "\(folders.count) folders with \(files) XML files of the same names, each taken for an "
      + "annotator: \(names)"
  }

  /// Why nothing is read of them, and what to do.
  var refusal: String {
    "its folders \(names) hold Pascal VOC annotations, but not as annotators of the same images; name "
      + "one of them"
  }

  private var names: String { folders.map { "'\($0.name)'" }.joined(separator: ", ") }

  /// Whether a name is known to mean something else than a person: `train`, `val2017`, `VOC2012`.
  private static func hasOtherMeaning(_ name: String) -> Bool {
    let stem = name.lowercased().reversed().drop { $0.isNumber || $0 == "-" || $0 == "_" }
    return otherNames.contains(String(stem.reversed()))
  }
}
