import Annotations
import Geometry

/// How many left and top corners of the boxes of Pascal VOC lie at 0, 1 and 2.
///
/// A box that touches the edge of its image has its corner at the first pixel, so that the number of that pixel
/// stands out; which one it is tells whether pixels are counted from 0 or from 1.
struct PixelOrigin {
  private(set) var zeros = 0
  private(set) var ones = 0
  private(set) var twos = 0
  /// The first annotation with a corner at 0, or at 1.
  private(set) var firstZero: Int?
  private(set) var firstOne: Int?

  /// So many corners at 1 are no chance any more.
  private static let fewestOnes = 5

  init(_ dataset: Dataset) {
    guard dataset.format == .voc else { return }
    for (row, box) in dataset.annotations.boxes.enumerated() {
      for corner in [box.x, box.y] {
        switch corner {
        case 0:
          zeros += 1
          firstZero = firstZero ?? row
        case 1:
          ones += 1
          firstOne = firstOne ?? row
        case 2: twos += 1
        default: break
        }
      }
    }
  }

  /// Whether the corners pile up at 1 and not at 0.
  var isOne: Bool {
    ones >= Self.fewestOnes && ones > 2 * twos && ones >= 10 * zeros
  }
}
