import Annotations

/// Builds an image from the events of one XML file.
struct VOCBuilder {
  private(set) var image = VOCImage()
  private(set) var problem: VOCProblem?
  private var path: [String] = []
  private var content: [UInt8] = []
  private var attributeName: String?

  /// Longer texts cannot be a name or a number.
  private static let maximumText = 4096

  mutating func refuse(_ text: String, line: Int, column: Int) {
    if problem == nil { problem = VOCProblem(text, line: line, column: column) }
  }

  mutating func start(_ name: String, line: Int, column: Int) {
    if path.isEmpty {
      if name != "annotation" {
        refuse(
          "the root is <\(name.prefix(40))>; <annotation> was expected",
          line: line,
          column: column
        )
      }
      (image.line, image.column) = (line, column)
    }
    path.append(name)
    content.removeAll(keepingCapacity: true)
    if path.count == 2 && name == "object" {
      image.objects.append(
        VOCImage.Object(line: line, column: column, index: image.objects.count)
      )
    } else if path.count == 3 && path[1] == "object" {
      startObjectPart(name)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard content.count <= Self.maximumText else { return }
    content += bytes.prefix(Self.maximumText + 1 - content.count)
  }

  mutating func end() {
    defer {
      path.removeLast()
      content.removeAll(keepingCapacity: true)
    }
    guard path.count > 1, path[0] == "annotation" else { return }
    if content.count > Self.maximumText {
      withObject { $0.problem = $0.problem ?? "a text of more than \(Self.maximumText) bytes" }
    }
    if path[1] == "object" { endInObject() } else { endInImage(path.dropFirst()) }
  }

  private mutating func startObjectPart(_ name: String) {
    withObject { object in
      if name == "bndbox" { object.hasBox = true }
      if name == "polygon" && !object.hasBox {
        object.problem = object.problem ?? "the object has a <polygon>; <bndbox> was expected"
      }
    }
    if name == "bndbox" {
      withObject { if $0.problem?.contains("<polygon>") == true { $0.problem = nil } }
    }
  }

  /// The text between the tags, without the space around it.
  private var trimmed: String {
    let bytes = content.drop { $0 <= 0x20 }
    guard let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return String(decoding: bytes[...last], as: UTF8.self)
  }

  private mutating func endInImage(_ path: ArraySlice<String>) {
    switch path.joined(separator: "/") {
    case "filename": image.fileName = trimmed
    case "size/width": image.width = trimmed
    case "size/height": image.height = trimmed
    case "scene": image.scene = trimmed
    case "annotator": image.annotator = trimmed
    case "owner/name": image.owner = trimmed
    default: break
    }
  }

  private mutating func endInObject() {
    let text = trimmed
    let inner = path.dropFirst(2)
    switch inner.count {
    case 1: endField(inner[2], text)
    case 2 where inner[2] == "bndbox" && VOCImage.Object.cornerNames.contains(inner[3]):
      withObject { $0.corners[inner[3]] = text }
    case 3 where inner[2] == "attributes" && inner[3] == "attribute":
      if inner[4] == "name" {
        attributeName = text
      } else if inner[4] == "value", let name = attributeName {
        withObject { $0.attributes.append((name, text)) }
        attributeName = nil
      }
    default: break
    }
  }

  private mutating func endField(_ name: String, _ text: String) {
    switch name {
    case "name": withObject { $0.name = text }
    case "annotator": withObject { $0.annotator = text }
    case "pose": if !text.isEmpty { withObject { $0.attributes.append((name, text)) } }
    case "truncated": mark(.truncated, name, text)
    case "difficult": mark(.difficult, name, text)
    case "occluded": mark(.occluded, name, text)
    default: break
    }
  }

  private mutating func mark(_ flag: AnnotationFlags, _ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    withObject { object in
      if text == "1" || text.lowercased() == "true" { object.flags.insert(flag) }
      object.attributes.append((name, text))
    }
  }

  private mutating func withObject(_ body: (inout VOCImage.Object) -> Void) {
    guard !image.objects.isEmpty, path.count > 1, path[1] == "object" else { return }
    body(&image.objects[image.objects.count - 1])
  }
}
