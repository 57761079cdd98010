import Annotations
import Geometry

/// What was read of one shape so far.
struct CVATShape {
  let place: XMLPlace
  /// Position among the children of its image, counted from 0.
  let index: Int
  let label: String
  private(set) var attributes: [CVATAttribute] = []
  private(set) var flags: AnnotationFlags = []
  private(set) var box = Box(x: 0, y: 0, width: 0, height: 0)
  /// The outline `x0, y0, x1, y1, …` of a polygon; `nil` of a box.
  private(set) var ring: [Double]?
  /// The first thing that makes the shape unusable.
  private(set) var problem: String?
  /// The name of the attribute whose text is read now.
  private var attributeName = ""

  init(_ kind: String, _ tag: XMLAttributes, index: Int, at place: XMLPlace) {
    self.place = place
    self.index = index
    label = tag["label"] ?? ""
    if label.isEmpty { reject("'label' is missing; expected the category of the shape") }
    switch kind {
    case "box": readBox(tag)
    case "polygon": readPolygon(tag)
    default:
      reject("the shape is \(XMLProblem.quoted(kind)), which is not read; expected box or polygon")
    }
    readMarks(tag)
  }

  mutating func reject(_ reason: String) { problem = problem ?? reason }

  mutating func openAttribute(_ tag: XMLAttributes) { attributeName = tag["name"] ?? "" }

  mutating func closeAttribute(_ text: String, _ labels: CVATLabels) {
    guard !attributeName.isEmpty else { return reject("an 'attribute' has no 'name'") }
    let value = labels.value(text, of: attributeName, label: label)
    attributes.append(CVATAttribute(name: attributeName, value: value))
  }

  private mutating func readBox(_ tag: XMLAttributes) {
    guard let left = number(tag, "xtl"), let top = number(tag, "ytl"),
      let right = number(tag, "xbr"), let bottom = number(tag, "ybr")
    else { return }
    box = Box(left: left, top: top, right: right, bottom: bottom)
    guard box.width.isFinite, box.height.isFinite else {
      return reject("the sides of the box are not finite; expected numbers in pixels")
    }
    if let rotation = tag["rotation"], XMLText.number(rotation) != 0 {
      reject("the box is rotated by \(XMLProblem.quoted(rotation)), which is not read; expected 0")
    }
  }

  private mutating func readPolygon(_ tag: XMLAttributes) {
    guard let text = tag["points"] else {
      return reject("'points' is missing; expected 'x,y;x,y;…'")
    }
    var ring: [Double] = []
    for point in text.split(separator: ";", omittingEmptySubsequences: false) {
      let pair = point.split(separator: ",", omittingEmptySubsequences: false)
      guard pair.count == 2, let x = XMLText.number(String(pair[0])),
        let y = XMLText.number(String(pair[1]))
      else {
        let shown = XMLProblem.quoted(String(point))
        return reject("'points' must be like 'x,y;x,y;…' in pixels, found \(shown)")
      }
      ring += [x, y]
    }
    guard let bounds = Polygon.bounds(ring[...]), bounds.width.isFinite, bounds.height.isFinite
    else { return reject("the sides of the polygon are not finite; expected numbers in pixels") }
    box = bounds
    self.ring = ring
  }

  private mutating func number(_ tag: XMLAttributes, _ name: StaticString) -> Double? {
    guard let text = tag[name] else {
      reject("'\(name)' is missing; expected a number in pixels")
      return nil
    }
    guard let number = XMLText.number(text) else {
      reject("'\(name)' must be a finite number in pixels, found \(XMLProblem.quoted(text))")
      return nil
    }
    return number
  }

  /// Takes what CVAT says of every shape; the default of `z_order` and an absent group say nothing.
  private mutating func readMarks(_ tag: XMLAttributes) {
    switch tag["occluded"] {
    case nil, "": break
    case "0", "1":
      let isOccluded = tag["occluded"] == "1"
      if isOccluded { flags.insert(.occluded) }
      attributes.append(CVATAttribute(name: "occluded", value: .flag(isOccluded)))
    case let text?: attributes.append(CVATAttribute(name: "occluded", value: .text(text)))
    }
    if let source = tag["source"], !source.isEmpty {
      attributes.append(CVATAttribute(name: "source", value: .text(source)))
    }
    if let order = tag["z_order"].flatMap(XMLText.number), order != 0 {
      attributes.append(CVATAttribute(name: "z_order", value: .number(order)))
    }
    if let group = tag["group_id"].flatMap(XMLText.number) {
      attributes.append(CVATAttribute(name: "group", value: .number(group)))
    }
  }
}
