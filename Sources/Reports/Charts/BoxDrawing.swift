import Findings

/// A finding's box in its image, and the other boxes that it is about.
enum BoxDrawing {
  /// Side of the square that a drawing fits in.
  private static let side = 132.0
  /// A box that is drawn smaller than this gets a ring around it.
  private static let seen = 7.0

  /// Empty for a finding without a box.
  static func svg(_ finding: Finding) -> HTML {
    guard let box = Box(finding.box) else { return "" }
    let others = finding.otherBoxes.compactMap { Box($0) }
    let image = imageSize(finding.evidence)
    let boxes = [box] + others
    // The view holds the image and whatever reaches beyond it.
    let view = Box(around: boxes + [image ?? Box(x: 0, y: 0, width: 1, height: 1)])
    var drawings = drawing(of: boxes, image: image, in: view, text: text(box, others, image))
    // What boxes have to do with each other cannot be seen where all are small.
    let near = Box(around: boxes)
    if !others.isEmpty, max(near.width / view.width, near.height / view.height) < 0.6 {
      drawings =
        drawings
        + drawing(
          of: boxes,
          image: image,
          in: near.widened,
          text: others.count == 1 ? "the two boxes, enlarged" : "the boxes, enlarged"
        )
    }
    return #"<div class="boxes">\#(drawings)</div>"#
  }

  private static func drawing(
    of boxes: [Box],
    image: Box?,
    in view: Box,
    text: String
  ) -> HTML {
    let scale = min(side / view.width, side / view.height)
    guard scale.isFinite, scale > 0 else { return "" }
    func rectangle(_ box: Box, _ style: HTML) -> HTML {
      // A box without extent is still to be seen.
      let (width, height) = (max(2, box.width * scale), max(2, box.height * scale))
      let (x, y) = ((box.x - view.x) * scale + 2, (box.y - view.y) * scale + 2)
      let ring: HTML =
        max(width, height) < seen && style.markup == "first"
        ? #"<circle class="ring" cx="\#(x + width / 2)" cy="\#(y + height / 2)" r="9"/>"# : ""
      return
        #"<rect class="\#(style)" x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)"/>\#(ring)"#
    }
    let frame = image.map { rectangle($0, "frame") } ?? ""
    let others = boxes.dropFirst().map { rectangle($0, "other") }
    return Drawing.svg(
      width: (view.width * scale + 4).rounded(.up),
      height: (view.height * scale + 4).rounded(.up),
      text: text,
      frame + HTML.joined(others) + rectangle(boxes[0], "first")
    )
  }

  private static func text(_ box: Box, _ others: [Box], _ image: Box?) -> String {
    let size = image.map {
      " in an image of \(NumberText.rounded($0.width)) × \(NumberText.rounded($0.height)) px"
    }
    let noun = others.count == 1 ? "box" : "boxes"
    let rest =
      others.isEmpty ? "" : "; the other \(noun) " + others.map(\.text).joined(separator: "; ")
    return "box \(box.text)\(size ?? "")\(rest)"
  }

  private static func imageSize(_ evidence: [String: Double]) -> Box? {
    guard let width = evidence["image-width"], let height = evidence["image-height"] else {
      return nil
    }
    return Box([0, 0, width, height])
  }
}

extension BoxDrawing {
  /// A rectangle in pixels, with sides of 0 or more.
  fileprivate struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// `[x, y, width, height]`; sides below 0 go the other way.
    init?(_ numbers: [Double]?) {
      guard let numbers, numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
      self.init(
        x: min(numbers[0], numbers[0] + numbers[2]),
        y: min(numbers[1], numbers[1] + numbers[3]),
        width: abs(numbers[2]),
        height: abs(numbers[3])
      )
    }

    /// The smallest one that holds all of some.
    init(around boxes: [Box]) {
      let (left, top) = (boxes.map(\.x).min() ?? 0, boxes.map(\.y).min() ?? 0)
      self.init(
        x: left,
        y: top,
        width: (boxes.map { $0.x + $0.width }.max() ?? 1) - left,
        height: (boxes.map { $0.y + $0.height }.max() ?? 1) - top
      )
    }

    /// With a fifth more room on every side.
    var widened: Box {
      let room = max(width, height, 1) * 0.2
      return Box(x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room)
    }

    var text: String {
      [x, y, width, height].map { NumberText.rounded($0, decimals: 1) }.joined(separator: ", ")
        + " px"
    }
  }
}
