/// The IoU values of one category, or of all, ascending.
struct IoUGroup: Sendable {
  /// `nil` for all categories together.
  let category: Int32?
  private let ious: [Double]
  private let images: [Int32]
  /// Objects on both sides, by image.
  private let objects: [(image: Int32, count: Int32)]

  /// Images with a pair.
  var imageCount: Int { Set(images).count }

  /// All categories together, then each that was used, by code.
  static func all(in state: IoUDistribution.State) -> [IoUGroup] {
    let pairs = state.pairs.rows.sorted {
      ($0.category, $0.iou, $0.image) < ($1.category, $1.iou, $1.image)
    }
    let objects = state.objects.rows.sorted {
      ($0.category, $0.image) < ($1.category, $1.image)
    }
    var groups = [
      IoUGroup(
        category: nil,
        pairs: pairs.sorted { ($0.iou, $0.image) < ($1.iou, $1.image) }[...],
        objects: objects[...]
      )
    ]
    var (pair, object) = (0, 0)
    while object < objects.count {
      let category = objects[object].category
      let nextObject = objects[object...].firstIndex { $0.category != category } ?? objects.count
      let nextPair = pairs[pair...].firstIndex { $0.category != category } ?? pairs.count
      groups.append(
        IoUGroup(
          category: category,
          pairs: pairs[pair..<nextPair],
          objects: objects[object..<nextObject]
        )
      )
      (pair, object) = (nextPair, nextObject)
    }
    return groups
  }

  private init(
    category: Int32?,
    pairs: ArraySlice<IoUDistribution.PairRow>,
    objects: ArraySlice<IoUDistribution.ObjectRow>
  ) {
    self.category = category
    ious = pairs.map(\.iou)
    images = pairs.map(\.image)
    self.objects = objects.map { ($0.image, $0.count) }
  }

  /// The statistics when each image counts as often as `weights` says; once where it is `nil`.
  func summary(weights: [Int32]?) -> WeightedIoU {
    let counts = images.map { weights?[Int($0)] ?? 1 }
    let objectCount = objects.reduce(0) { $0 + Int($1.count) * Int(weights?[Int($1.image)] ?? 1) }
    return WeightedIoU(sorted: ious, counts: counts, objects: objectCount)
  }
}
