import Geometry

/// A part of an image that is to be shown with a finding.
struct PictureRequest: Sendable {
  /// Which finding it is for.
  var finding: Int
  /// File name of the image.
  var image: String
  /// What must be seen, in pixels of the image; the whole image where it is `nil`.
  var subject: Box?
  var caption = ""
  /// What is to be marked, where it is not the finding's own boxes.
  var boxes: [Box] = []

  /// How much of its surroundings a subject is shown with, as a share of its longer side, and at least so
  /// many pixels.
  private static let margin = (share: 0.5, least: 8.0)

  /// The part of an image that shows the subject and what is around it, in whole pixels; it may reach out
  /// of the image.
  var region: Box? {
    guard let subject else { return nil }
    let (left, right) = (min(subject.x, subject.right), max(subject.x, subject.right))
    let (top, bottom) = (min(subject.y, subject.bottom), max(subject.y, subject.bottom))
    let margin = max(Self.margin.least, Self.margin.share * max(right - left, bottom - top))
    return Box(
      left: (left - margin).rounded(.down),
      top: (top - margin).rounded(.down),
      right: (right + margin).rounded(.up),
      bottom: (bottom + margin).rounded(.up)
    )
  }
}
