/// A part of an image, small enough to stand in a page.
package struct Picture: Hashable, Codable, Sendable {
  /// What it shows; empty where that is what the finding is about.
  package var caption: String
  /// The part of the image that it shows: `[x, y, width, height]` in pixels of the image.
  package var region: [Double]
  /// What is to be marked in it, where it is not the finding's own boxes: `[x, y, width, height]` each.
  package var boxes: [[Double]]
  /// A JPEG file in Base64 (RFC 4648).
  package var jpeg: String

  package init(caption: String, region: [Double], boxes: [[Double]], jpeg: String) {
    self.caption = caption
    self.region = region
    self.boxes = boxes
    self.jpeg = jpeg
  }
}
