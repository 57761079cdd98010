import Audits
import Geometry
import Reports

/// Tables of what pixels mean for boxes, and what IoUs mean in pixels.
struct ToleranceCalculator {
  /// How far edges are off.
  enum Distance {
    case pixels(Double)
    /// A share of the side that the edge bounds.
    case margin(Double)
  }

  private let boxes: [BoxSize]
  private let tiers: [PrecisionTier]

  /// Sides of the squares that stand for objects of all sizes.
  private static let usual = [8.0, 16, 32, 64, 96, 128, 256, 512]

  /// `boxes` may be empty, for squares of usual sizes.
  init(boxes: [BoxSize], tiers: [PrecisionTier]) {
    self.boxes =
      boxes.isEmpty
      ? Self.usual.compactMap { BoxTolerance(width: $0, height: $0).map(BoxSize.init) } : boxes
    self.tiers = tiers
  }

  /// How far edges may be off for each tier, in each way of being off.
  var pixels: String {
    let head =
      ["box", "every edge"]
      + tiers.map { $0.name.isEmpty ? "\($0.iou)" : "\($0.name) \($0.iou)" }
    let rows = boxes.flatMap { box in
      BoxTolerance.Deviation.allCases.map { deviation in
        [box.description, deviation.rawValue]
          + tiers.map { tier in
            NumberText.fixed(box.tolerance.pixels(deviation, leaving: tier.iou), decimals: 2)
              + " px"
          }
      }
    }
    return Self.table([head] + rows)
  }

  /// The IoU that each distance leaves, in each way of being off, and the area of the loose box.
  func ious(_ distances: [Distance]) -> String {
    let head = ["box", "off by"] + BoxTolerance.Deviation.allCases.map(\.rawValue) + ["area ×"]
    let rows = boxes.flatMap { box in
      distances.map { distance in
        let numbers = BoxTolerance.Deviation.allCases.map { iou(box.tolerance, $0, distance) }
        // The loose box has the area of the right one over their IoU.
        return [box.description, Self.text(distance)]
          + (numbers + [1 / numbers[0]]).map { NumberText.fixed($0) }
      }
    }
    return Self.table([head] + rows)
  }

  /// A margin is the same for a box as for a square of its own scale.
  private func iou(
    _ box: BoxTolerance,
    _ deviation: BoxTolerance.Deviation,
    _ distance: Distance
  ) -> Double {
    switch distance {
    case .pixels(let pixels): box.iou(deviation, by: pixels)
    case .margin(let share):
      BoxTolerance(width: 1, height: 1).map { $0.iou(deviation, by: share) } ?? 0
    }
  }

  private static func text(_ distance: Distance) -> String {
    switch distance {
    case .pixels(let pixels): "\(NumberText.short(pixels)) px"
    case .margin(let share): "\(NumberText.short(100 * share)) %"
    }
  }

  private static func table(_ rows: [[String]]) -> String {
    let numbers = Set((rows.first ?? []).indices.dropFirst(2))
    return AlignedText.lines(rows, toTheRight: numbers).joined(separator: "\n") + "\n"
  }
}
