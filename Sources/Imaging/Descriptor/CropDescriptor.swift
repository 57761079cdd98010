package import Geometry
import Annotations
import Glibc

/// Numbers that describe how a part of a picture looks, had without a model.
///
/// Three groups: histograms of hue and lightness in 2 × 2 cells, histograms of the directions of edges in
/// 4 × 4 cells (HOG), and the shape of the box. It knows colours, outlines and proportions, and nothing of
/// what a thing is: two cars of different colour seen from different sides are far apart. A trained
/// embedding is better wherever there is one.
///
/// Sources: N. Dalal, B. Triggs, "Histograms of oriented gradients for human detection", 2005 (cells,
/// clipping at 0.2); R. Arandjelović, A. Zisserman, "Three things everyone should know to improve object
/// retrieval", 2012 (square roots of histograms).
package struct CropDescriptor: Sendable {
  /// How reports name it; a change of any number it gives is another version.
  package static let name =
    "built-in descriptor 1: colours and edges, weak beside a trained embedding"
  /// How many numbers it has.
  package static let width = ColourHistogram.width + EdgeHistogram.width + 1

  /// Pixels of each side of what is described: a box is brought to a square of this.
  package static let side = 32

  /// How much the three groups count,.
  private static let colourWeight: Float = 0.7
  private static let edgeWeight: Float = 1
  /// The logarithm of the proportions is a single number beside two vectors of length 1.
  private static let shapeWeight: Float = 0.35

  package init() {}

  /// The descriptor of a box in a picture, or `nil` where the box lies outside.
  package func vector(of box: Box, in image: ScaledImage) -> [Float]? {
    let side = ImageSize(width: Self.side, height: Self.side)
    guard let part = image.visible(box), let crop = image.crop(part, to: side) else { return nil }
    let shape = Float(min(3, max(-3, log2(part.width / part.height))))
    return ColourHistogram.vector(of: crop).map { $0 * Self.colourWeight }
      + EdgeHistogram.vector(of: crop).map { $0 * Self.edgeWeight } + [shape * Self.shapeWeight]
  }
}
