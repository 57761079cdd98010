package import Annotations
package import Geometry

/// What two objects are compared by.
package enum Similarity: String, CaseIterable, Sendable, Codable {
  /// IoU of the boxes.
  case box
  /// Generalised IoU of the boxes.
  case giou
  /// IoU of the masks.
  case mask
  /// Mutual object keypoint similarity.
  case oks

  /// Sigmas where a category has not COCO's 17 keypoints and none are given.
  package static let uniformSigma = 0.05
}

/// The shapes of one side's objects in one image, in the order of its objects.
struct ObjectShapes: Sendable {
  /// By object; `nil` where it has none, so that it is like nothing.
  private(set) var shapes: [Shape?]

  enum Shape: Sendable {
    case box(Box)
    case mask(RunLengthMask, bounds: Box)
    case keypoints([KeypointSimilarity.Point], area: Double)
  }

  /// `size`: Of the image, for polygons.
  init(
    _ objects: [ImageObjects.Object],
    of dataset: Dataset,
    size: ImageSize?,
    options: MatchingOptions
  ) {
    shapes = objects.map { object in
      switch options.similarity {
      case .box, .giou:
        .box(options.method == .kalos ? object.box.normalised(by: size) : object.box)
      case .mask:
        dataset.mask(ofAnnotation: object.row, imageSize: size).map { .mask($0, bounds: $0.bounds) }
      case .oks:
        dataset.labelledKeypoints(ofAnnotation: object.row).map {
          .keypoints($0, area: dataset.annotations.statedAreas[object.row] ?? object.box.area)
        }
      }
    }
  }

  /// Objects without such a shape.
  var missing: Int { shapes.count { $0 == nil } }
}

extension Box {
  /// The box in shares of the image's sides, as KαLOS compares it; itself where there is no size.
  func normalised(by size: ImageSize?) -> Box {
    guard let size else { return self }
    let (width, height) = (Double(size.width), Double(size.height))
    return Box(
      x: x / width,
      y: y / height,
      width: self.width / width,
      height: self.height / height
    )
  }
}

extension MatchingOptions {
  /// Whether two objects are compared by the IoU of their boxes, in pixels.
  var comparesPlainBoxes: Bool { similarity == .box && method != .kalos }

  /// How alike two shapes are; 0 where there is nothing to compare.
  func similarity(of a: ObjectShapes.Shape?, _ b: ObjectShapes.Shape?) -> Double {
    switch (a, b) {
    case (.box(let a), .box(let b)):
      return similarity == .giou
        ? a.generalisedIoU(with: b, convention: convention) : a.iou(with: b, convention: convention)
    case (.mask(let a, let boundsA), .mask(let b, let boundsB)):
      guard a.height == b.height, a.width == b.width else { return 0 }
      return boundsA.intersection(with: boundsB) > 0 ? a.iou(with: b) : 0
    case (.keypoints(let a, let areaA), .keypoints(let b, let areaB)):
      guard a.count == b.count else { return 0 }
      return keypoints(count: a.count).mutual(a, area: areaA, b, area: areaB) ?? 0
    default:
      return 0
    }
  }

  /// The share of an object that lies in a region.
  func coverage(
    of object: Box,
    _ shape: ObjectShapes.Shape?,
    by region: Box,
    _ mask: RunLengthMask?
  )
    -> Double
  {
    if case .mask(let own, _) = shape, let mask, own.height == mask.height, own.width == mask.width
    {
      return own.coverage(by: mask)
    }
    return object.coverage(by: region, convention: convention)
  }

  private func keypoints(count: Int) -> KeypointSimilarity {
    if let sigmas, sigmas.count == count { return KeypointSimilarity(sigmas: sigmas) }
    if sigmas == nil, count == KeypointSimilarity.cocoPerson.sigmas.count { return .cocoPerson }
    return KeypointSimilarity(
      sigmas: [Double](repeating: Similarity.uniformSigma, count: count)
    )
  }
}

extension Dataset {
  /// The mask of an annotation's outline, or `nil` where it has none that an image of this size holds.
  package func mask(ofAnnotation row: Int, imageSize: ImageSize?) -> RunLengthMask? {
    switch annotations.segmentations[row] {
    case .none: nil
    case .mask(let mask):
      RunLengthMask(
        height: segmentation.maskSizes[Int(mask)].height,
        width: segmentation.maskSizes[Int(mask)].width,
        runs: segmentation.runs[Int(mask)]
      )
    case .polygons(let rings):
      imageSize.flatMap { size in
        RunLengthMask.rasterised(
          rings.map { segmentation.rings[Int($0)] },
          height: size.height,
          width: size.width
        )
      }
    }
  }

  /// The keypoints of an annotation, or `nil` where none is labelled.
  func labelledKeypoints(ofAnnotation row: Int) -> [KeypointSimilarity.Point]? {
    let points = keypoints(ofAnnotation: row).map {
      KeypointSimilarity.Point(x: $0.x, y: $0.y, isLabelled: $0.visibility != .unlabelled)
    }
    return points.contains(where: \.isLabelled) ? points : nil
  }
}
