import Findings

/// A finding's boxes on the pictures of it.
enum PictureDrawing {
  private static let side = 144.0

  /// `nil` for a finding without a picture that can be shown.
  static func html(_ finding: Finding) -> HTML? {
    let own = [finding.box].compactMap { $0 }.filter(isBox)
    let otherBoxes = finding.otherBoxes
    let figures = (finding.pictures ?? []).compactMap { picture -> HTML? in
      // Another image's picture shows none of the finding's boxes.
      let isOwn = picture.caption.isEmpty
      let boxes = (isOwn ? own : picture.boxes.filter(isBox)).map { ($0, "first") }
      let others = isOwn ? otherBoxes.map { ($0, "other") } : []
      return svg(picture, boxes: others + boxes).map { drawing in
        picture.caption.isEmpty
          ? "<figure>\(drawing)</figure>"
          : "<figure>\(drawing)<figcaption class=\"quiet\">\(picture.caption)</figcaption></figure>"
      }
    }
    return figures.isEmpty ? nil : "<div class=\"pictures\">\(HTML.joined(figures))</div>"
  }

  private static func svg(_ picture: Picture, boxes: [(box: [Double], kind: String)]) -> HTML? {
    guard isBox(picture.region), picture.region[2] > 0, picture.region[3] > 0,
      let address = HTML.jpegAddress(base64: picture.jpeg)
    else { return nil }
    let view = view(picture.region, boxes.map(\.box))
    let scale = side / max(view[2], view[3])
    func rectangle(_ box: [Double], _ kind: String) -> HTML {
      let x = (min(box[0], box[0] + box[2]) - view[0]) * scale
      let y = (min(box[1], box[1] + box[3]) - view[1]) * scale
      // A box without extent is still to be seen.
      let (w, h) = (max(2, abs(box[2]) * scale), max(2, abs(box[3]) * scale))
      return #"<rect class="\#(kind)" x="\#(x)" y="\#(y)" width="\#(w)" height="\#(h)"/>"#
    }
    let region = picture.region
    let (x, y) = ((region[0] - view[0]) * scale, (region[1] - view[1]) * scale)
    let marks = boxes.map { rectangle($0.box, "halo") + rectangle($0.box, $0.kind) }
    let label = picture.caption.isEmpty ? "the finding in its image" : picture.caption
    return """
      <svg width="\(view[2] * scale + 4)" height="\(view[3] * scale + 4)" \
      viewBox="-2 -2 \(view[2] * scale + 4) \(view[3] * scale + 4)" role="img" aria-label="\(label)">\
      <image x="\(x)" y="\(y)" width="\(region[2] * scale)" height="\(region[3] * scale)" \
      preserveAspectRatio="none" href="\(address)"/>\(HTML.joined(marks))</svg>
      """
  }

  /// The picture and what reaches out of it, by at most half of its size on each side.
  private static func view(_ region: [Double], _ boxes: [[Double]]) -> [Double] {
    var (low, high) = ([region[0], region[1]], [region[0] + region[2], region[1] + region[3]])
    for box in boxes {
      for axis in 0..<2 {
        let room = region[axis + 2] / 2
        let ends = [box[axis], box[axis] + box[axis + 2]].sorted()
        low[axis] = min(low[axis], max(ends[0], region[axis] - room))
        high[axis] = max(high[axis], min(ends[1], region[axis] + region[axis + 2] + room))
      }
    }
    return [low[0], low[1], high[0] - low[0], high[1] - low[1]]
  }

  private static func isBox(_ numbers: [Double]) -> Bool {
    numbers.count == 4 && numbers.allSatisfy { $0.isFinite && abs($0) < 1e9 }
  }
}
