import Annotations
import Geometry

/// The XML text of one image and its objects.
struct VOCDocumentText {
  private(set) var loss: ConversionLoss
  private let dataset: Dataset

  /// `loss` is what was lost before.
  init(_ dataset: Dataset, loss: ConversionLoss) {
    self.dataset = dataset
    self.loss = loss
  }

  mutating func text(ofImage image: Int) -> String {
    let images = dataset.images
    var text = "<annotation>\n"
    text += element("filename", images.fileNames[image])
    if let size = images.sizes[image] {
      text += "  <size><width>\(size.width)</width><height>\(size.height)</height></size>\n"
    }
    if let scene = images.scenes[image] { text += element("scene", dataset.strings[scene]) }
    if let name = annotator(ofImage: image) {
      text += element("annotator", name)
    } else if images.hasAssignment[image] {
      loss.add(.assignments)
    }
    // The stem of the file's name is the image's identity in VOC.
    if case .number = images.ids[image] { loss.add(.imageIDs) }
    for row in dataset.annotations(ofImage: image) { text += object(row) }
    return text + "</annotation>\n"
  }

  /// The only annotator who was assigned, where no object would be taken for theirs by mistake.
  private func annotator(ofImage image: Int) -> String? {
    let assigned = dataset.images.assigned[image]
    guard dataset.images.hasAssignment[image], assigned.count == 1, let only = assigned.first,
      dataset.annotations(ofImage: image).allSatisfy({
        dataset.annotations.annotators[$0] == only
      })
    else { return nil }
    return dataset.annotators[Int(only)]
  }

  /// The object, or nothing where its category has no name.
  private mutating func object(_ row: Int) -> String {
    let table = dataset.annotations
    let category = table.categories[row]
    guard category != AnnotationTable.noCategory,
      !dataset.categories.names[Int(category)].isEmpty
    else {
      loss.add(.annotationsWithoutCategory)
      return ""
    }
    loss.addUnplaced(row, of: dataset)
    if table.segmentations[row] != .none { loss.add(.outlines) }
    if table.scores[row] != nil { loss.add(.scores) }
    let box = table.boxes[row]
    var text = "  <object>\n  " + element("name", dataset.categories.names[Int(category)])
    text += marks(row)
    text += """
          <bndbox><xmin>\(PlainNumber.text(box.x))</xmin><ymin>\(PlainNumber.text(box.y))</ymin>\
      <xmax>\(PlainNumber.text(box.right))</xmax><ymax>\(PlainNumber.text(box.bottom))</ymax></bndbox>

      """
    if table.annotators[row] != AnnotationTable.noAnnotator {
      text += "  " + element("annotator", dataset.annotators[Int(table.annotators[row])])
    }
    return text + "  </object>\n"
  }

  /// Elements of the object for flags and attributes.
  private mutating func marks(_ row: Int) -> String {
    var text = ""
    var others = ""
    var written: Set<String> = []
    for attribute in dataset.attributes(ofAnnotation: row) {
      let name = dataset.strings[attribute.name]
      let value = value(attribute.value)
      switch (name, attribute.value) {
      case ("truncated", .flag), ("difficult", .flag), ("occluded", .flag), ("pose", .text):
        guard written.insert(name).inserted else {
          loss.add(.attributes)
          continue
        }
        text += "  " + element(name, value)
      case ("", _): loss.add(.attributes)
      default:
        switch attribute.value {
        case .flag, .number: loss.add(.attributeTypes)
        case .text, .null: break
        }
        others += """
                <attribute>
            \("  " + element("name", name))    \(element("value", value))      </attribute>

          """
      }
    }
    let flags = dataset.annotations.flags[row]
    for (flag, name) in [
      (AnnotationFlags.difficult, "difficult"), (.occluded, "occluded"), (.truncated, "truncated"),
    ] where flags.contains(flag) && !written.contains(name) {
      text += "  " + element(name, "1")
    }
    return others.isEmpty ? text : "\(text)    <attributes>\n\(others)    </attributes>\n"
  }

  private func value(_ value: AttributeValue) -> String {
    switch value {
    case .flag(let flag): flag ? "1" : "0"
    case .number(let number): PlainNumber.text(number)
    case .text(let code): dataset.strings[code]
    case .null: ""
    }
  }

  private mutating func element(_ name: String, _ text: String) -> String {
    "  <\(name)>\(escaped(text))</\(name)>\n"
  }

  /// Text without markup; XML 1.0 cannot hold most control characters.
  private mutating func escaped(_ text: String) -> String {
    var output = ""
    var replaced = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\r": output += "&#13;"
      case "\t", "\n": output.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}":
        output += "\u{FFFD}"
        replaced = true
      default: output.unicodeScalars.append(scalar)
      }
    }
    if replaced { loss.add(.characters) }
    return output
  }
}
