import Annotations
import Imaging

/// A picture that an earlier image of the data set shows as well.
struct PictureRepeat: Hashable, Sendable {
  /// Row of the later image.
  var image: Int
  /// Row of the first image that shows the same.
  var earlier: Int
  /// Whether the two files have the same bytes.
  var isExact: Bool
  /// Whether the two are in different splits.
  var crossesSplits: Bool

  /// At most this many of the 63 bits of the hashes of nearly the same pictures differ.
  private static let maximumDistance = 6
  /// The lightness of their parts differs by at most this, of 255, in the mean.
  private static let maximumDifference = 8.0

  /// For every image the first earlier one that shows the same, and of those in another split the first.
  ///
  /// Blank pictures all look the same and are left to their own rule, unless their bytes are the same.
  static func all(
    _ files: [Result<ImageExamination, ImageError>],
    of dataset: Dataset
  ) -> [PictureRepeat] {
    var index = SignatureIndex(maximumDistance: maximumDistance)
    var firsts: [String: [Int]] = [:]
    var signatures: [Int: PictureSignature] = [:]
    var repeats: [PictureRepeat] = []
    for (image, file) in files.enumerated() {
      guard case .success(let examination) = file else { continue }
      var found = SplitSearch(image, dataset)
      let same = firsts[examination.sha256, default: []]
      for earlier in same { found.meet(earlier, isExact: true) }
      // Of many copies in one split the first speaks for all, so that they are not compared pair by pair.
      let splits = dataset.images.splits
      let isFirst = !same.contains { splits[$0] == splits[image] }
      if isFirst { firsts[examination.sha256] = same + [image] }
      if let content = examination.content, !content.isBlank {
        let signature = content.signature
        index.meetNeighbours(of: signature.hash) { earlier in
          guard let other = signatures[earlier],
            signature.distance(to: other) <= maximumDistance,
            signature.difference(from: other) <= maximumDifference
          else { return }
          found.meet(earlier, isExact: false)
        }
        if isFirst {
          index.add(image, signature.hash)
          signatures[image] = signature
        }
      }
      repeats += found.repeats
    }
    return repeats
  }
}

/// The first images that show what one image shows, within its split and in another one.
private struct SplitSearch {
  private let image: Int
  private let dataset: Dataset
  private var within: PictureRepeat?
  private var across: PictureRepeat?

  init(_ image: Int, _ dataset: Dataset) {
    self.image = image
    self.dataset = dataset
  }

  /// Takes note of an earlier image of the same, or nearly the same, picture.
  mutating func meet(_ earlier: Int, isExact: Bool) {
    let splits = dataset.images.splits
    let crosses = splits[image] != nil && splits[earlier] != nil && splits[image] != splits[earlier]
    let candidate = PictureRepeat(
      image: image,
      earlier: earlier,
      isExact: isExact,
      crossesSplits: crosses
    )
    if crosses {
      across = Self.better(across, candidate)
    } else {
      within = Self.better(within, candidate)
    }
  }

  /// The same bytes before nearly the same picture, then the earlier image.
  private static func better(_ one: PictureRepeat?, _ other: PictureRepeat) -> PictureRepeat {
    guard let one else { return other }
    if one.isExact != other.isExact { return one.isExact ? one : other }
    return other.earlier < one.earlier ? other : one
  }

  /// A file that two records name is reported as such, not as two files of one picture.
  var repeats: [PictureRepeat] {
    let names = dataset.images.fileNames
    return [within, across].compactMap { $0 }.filter {
      $0.crossesSplits || names[$0.image] != names[$0.earlier]
    }
  }
}
