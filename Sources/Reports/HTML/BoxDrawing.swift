import Findings

/// A finding's box in its image, and the other box that it is about.
enum BoxDrawing {
  private static let width = 140.0
  private static let maximumHeight = 140.0

  /// Empty for a finding without a box.
  static func svg(_ finding: Finding) -> HTML {
    guard let box = finding.box, box.count == 4, box.allSatisfy(\.isFinite) else { return "" }
    let other = otherBox(finding.evidence)
    let image = imageSize(finding.evidence)
    let boxes = [box] + (other.map { [$0] } ?? [])
    // The view holds the image and whatever reaches beyond it.
    let left = boxes.map { min($0[0], $0[0] + $0[2]) }.reduce(0, min)
    let top = boxes.map { min($0[1], $0[1] + $0[3]) }.reduce(0, min)
    let right = boxes.map { max($0[0], $0[0] + $0[2]) }.reduce(image?.width ?? 1, max)
    let bottom = boxes.map { max($0[1], $0[1] + $0[3]) }.reduce(image?.height ?? 1, max)
    let scale = min(width / (right - left), maximumHeight / (bottom - top))
    guard scale.isFinite, scale > 0 else { return "" }

    func rectangle(_ box: [Double], _ kind: String) -> HTML {
      let x = (min(box[0], box[0] + box[2]) - left) * scale
      let y = (min(box[1], box[1] + box[3]) - top) * scale
      // A box without extent is still to be seen.
      let (w, h) = (max(2, abs(box[2]) * scale), max(2, abs(box[3]) * scale))
      return #"<rect class="\#(kind)" x="\#(x)" y="\#(y)" width="\#(w)" height="\#(h)"/>"#
    }
    let frame = image.map { rectangle([0, 0, $0.width, $0.height], "frame") } ?? ""
    let (w, h) = ((right - left) * scale, (bottom - top) * scale)
    let text = "box \(box.map { NumberText.rounded($0, decimals: 1) }.joined(separator: ", ")) px"
    return """
      <svg width="\(w + 4)" height="\(h + 4)" viewBox="-2 -2 \(w + 4) \(h + 4)" role="img" \
      aria-label="\(text)">\(frame)\(other.map { rectangle($0, "other") } ?? "")\
      \(rectangle(box, "first"))</svg>
      """
  }

  /// The second box that a finding is about, of finite numbers.
  static func otherBox(_ evidence: [String: Double]) -> [Double]? {
    let numbers = ["other-x", "other-y", "other-width", "other-height"].compactMap { evidence[$0] }
    return numbers.count == 4 && numbers.allSatisfy(\.isFinite) ? numbers : nil
  }

  private static func imageSize(
    _ evidence: [String: Double]
  ) -> (width: Double, height: Double)? {
    guard let width = evidence["image-width"], let height = evidence["image-height"] else {
      return nil
    }
    return (width, height)
  }
}
