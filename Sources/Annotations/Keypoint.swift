/// One named point of an object, in pixels.
package struct Keypoint: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var visibility: Visibility

  package init(x: Double, y: Double, visibility: Visibility) {
    self.x = x
    self.y = y
    self.visibility = visibility
  }

  /// COCO's `v`.
  package enum Visibility: UInt8, Hashable, Sendable {
    /// Its place says nothing.
    case unlabelled = 0
    /// Hidden, but its place was annotated.
    case occluded = 1
    case visible = 2
  }
}
