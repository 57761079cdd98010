/// A named IoU that every box must reach.
package struct PrecisionTier: Hashable, Sendable {
  /// Empty for an IoU that has no name.
  package var name: String
  package var iou: Double

  package init(name: String, iou: Double) {
    self.name = name
    self.iou = iou
  }

  package static let all = [
    PrecisionTier(name: "loose", iou: 0.5), PrecisionTier(name: "standard", iou: 0.65),
    PrecisionTier(name: "tight", iou: 0.75), PrecisionTier(name: "pixel", iou: 0.9),
  ]

  /// The tier of an IoU, by its name where it has one.
  package static func of(_ iou: Double) -> PrecisionTier {
    all.first { $0.iou == iou } ?? PrecisionTier(name: "", iou: iou)
  }
}
