import Annotations
import FoundationEssentials

/// Which images belong to which split, by the lists in `ImageSets/Main` beside the folder of annotations.
///
/// A line names an image by the stem of its annotation file; what stands behind it, as in the lists of one
/// category, is passed over.
struct VOCImageSets {
  /// By stem.
  private(set) var splits: [String: Listed] = [:]
  private(set) var quarantined: [Quarantined] = []
  /// Path and SHA-256 of every list that was read.
  private(set) var digests: [(path: String, sha256: String)] = []

  struct Listed {
    var split: String
    var file: String
    var line: Int
  }

  private static let folder = "ImageSets/Main"

  /// Endings of the lists of one category: `cat_train.txt` tells which images show a cat.
  private static let categoryEndings = ["_train", "_val", "_trainval", "_test"]

  /// No list.
  init() {}

  /// Reads the lists of a data set; none where there are none.
  ///
  /// `trainval` is the union of two others and counts only where neither of them stands beside it.
  init(of root: String) {
    let folder = "\(root)/\(Self.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let lists = names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(".txt".count)) }
      .filter { name in !Self.categoryEndings.contains { name.hasSuffix($0) } }
    let hasParts = lists.contains("train") || lists.contains("val")
    for split in lists.sorted() where !(split == "trainval" && hasParts) {
      guard (try? FileKind(of: "\(folder)/\(split).txt")) == .regular else { continue }
      read(split, in: root)
    }
  }

  private mutating func read(_ split: String, in root: String) {
    let path = "\(Self.folder)/\(split).txt"
    guard let file = try? MappedFile("\(root)/\(path)") else {
      return quarantine(path, 1, "the list cannot be read; may you read it?")
    }
    file.withBytes { bytes in
      digests.append((path, InputDigest.of(bytes)))
      add(bytes, split: split, path: path)
    }
  }

  /// Takes the bytes of a list.
  mutating func add(_ bytes: PaddedBytes, split: String, path: String) {
    var (start, line) = (0, 0)
    while start < bytes.count {
      let end = bytes.firstIndex(of: ASCII.newline, in: start..<bytes.count) ?? bytes.count
      line += 1
      let text = bytes.text(start..<min(end, start + XMLText.limit))
      if let stem = text.split(whereSeparator: \.isWhitespace).first {
        add(String(stem), Listed(split: split, file: path, line: line))
      }
      start = end + 1
    }
  }

  private mutating func add(_ stem: String, _ listed: Listed) {
    guard let other = splits[stem] else { return splits[stem] = listed }
    let shown = XMLProblem.quoted(stem)
    quarantine(
      listed.file,
      listed.line,
      other.split == listed.split
        ? "\(shown) is listed twice; expected once"
        : "\(shown) is in '\(listed.split)' and in '\(other.split)' (\(other.file):\(other.line)); "
          + "expected one split"
    )
  }

  /// Notes the listed images that have no annotation file.
  mutating func noteMissing(_ present: Set<String>) {
    for (stem, listed) in splits where !present.contains(stem) {
      quarantine(
        listed.file,
        listed.line,
        "\(XMLProblem.quoted(stem)) has no annotation file that could be read"
      )
    }
    quarantined.sort { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private mutating func quarantine(_ path: String, _ line: Int, _ problem: String) {
    quarantined.append(
      Quarantined(file: path, line: line, column: 1, pointer: "line \(line)", problem: problem)
    )
  }
}

extension VOCChunk {
  /// Takes the split of every image that a list names.
  mutating func assignSplits(_ sets: VOCImageSets) {
    guard !sets.digests.isEmpty || !sets.quarantined.isEmpty else { return }
    var sets = sets
    var present: Set<String> = []
    for row in 0..<images.count {
      guard case .text(let code) = images.ids[row] else { continue }
      let stem = strings[code]
      present.insert(stem)
      if let listed = sets.splits[stem] { images.splits[row] = strings.intern(listed.split) }
    }
    sets.noteMissing(present)
    quarantined += sets.quarantined
    digests += sets.digests
  }
}
