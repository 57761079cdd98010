package import Annotations

/// Boxes as "CVAT for images 1.1".
package struct CVATDocument: Sendable {
  package var images: [Image] = []

  package init() {}

  package struct Image: Sendable {
    package var id: Int
    package var name: String
    package var size: ImageSize?
    package var boxes: [Box]

    package init(id: Int, name: String, size: ImageSize?, boxes: [Box]) {
      self.id = id
      self.name = name
      self.size = size
      self.boxes = boxes
    }
  }

  package struct Box: Sendable {
    package var label: String
    /// `[x, y, width, height]` in pixels.
    package var box: [Double]
    package var attributes: [(name: String, value: String)]

    package init(label: String, box: [Double], attributes: [(name: String, value: String)]) {
      self.label = label
      self.box = box
      self.attributes = attributes
    }
  }

  package var text: String {
    var text =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n"
    for image in images { text += Self.element(image) }
    return text + "</annotations>\n"
  }

  private static func element(_ image: Image) -> String {
    let size =
      image.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
    let boxes = image.boxes.map { box in
      let (left, top) = (box.box[0], box.box[1])
      let (right, bottom) = (left + box.box[2], top + box.box[3])
      let attributes = box.attributes.map {
        "      <attribute name=\"\(escaped($0.name))\">\(escaped($0.value))</attribute>\n"
      }
      return "    <box label=\"\(escaped(box.label))\" source=\"manual\" occluded=\"0\" "
        + "xtl=\"\(left)\" ytl=\"\(top)\" xbr=\"\(right)\" ybr=\"\(bottom)\" z_order=\"0\">\n"
        + attributes.joined() + "    </box>\n"
    }
    return "  <image id=\"\(image.id)\" name=\"\(escaped(image.name))\"\(size)>\n"
      + boxes.joined() + "  </image>\n"
  }

  /// The text with what XML gives a meaning written as references; characters that XML forbids become
  /// the replacement character.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
