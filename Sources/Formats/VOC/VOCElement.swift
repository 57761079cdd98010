/// A place in the tree of an annotation file that the reader knows.
///
/// Known by the whole path, so that a `<bndbox>` inside a `<part>` is not taken for the object's.
enum VOCElement: Equatable {
  /// Above the root.
  case document
  case annotation
  case fileName, size, width, height, scene, annotator
  /// Who annotated, or, where it holds an account of Flickr (VOC 2007), who took the picture.
  case owner, ownerName, flickrAccount
  case object
  case name, pose, mark(VOCMark), objectAnnotator, polygon
  case box, corner(VOCCorner)
  case attributes, attribute, attributeName, attributeValue
  case unknown

  func child(named name: XMLName) -> VOCElement {
    switch (self, name) {
    case (.document, "annotation"): .annotation
    case (.annotation, _): Self.ofAnnotation(name)
    case (.size, "width"): .width
    case (.size, "height"): .height
    case (.owner, "name"): .ownerName
    case (.owner, "flickrid"): .flickrAccount
    case (.object, _): Self.ofObject(name)
    case (.box, "xmin"): .corner(.left)
    case (.box, "ymin"): .corner(.top)
    case (.box, "xmax"): .corner(.right)
    case (.box, "ymax"): .corner(.bottom)
    case (.attributes, "attribute"): .attribute
    case (.attribute, "name"): .attributeName
    case (.attribute, "value"): .attributeValue
    default: .unknown
    }
  }

  /// The name of an element that holds text, as files write it.
  var textName: String {
    switch self {
    case .fileName: "filename"
    case .width: "width"
    case .height: "height"
    case .scene: "scene"
    case .annotator, .objectAnnotator: "annotator"
    case .ownerName, .name, .attributeName: "name"
    case .pose: "pose"
    case .attributeValue: "value"
    case .mark(let mark): mark.rawValue
    case .corner(let corner): corner.rawValue
    default: ""
    }
  }

  /// Whether the reader keeps the text of the element.
  var holdsText: Bool {
    switch self {
    case .fileName, .width, .height, .scene, .annotator, .ownerName, .name, .pose, .mark,
      .objectAnnotator, .corner, .attributeName, .attributeValue:
      true
    default: false
    }
  }

  private static func ofAnnotation(_ name: XMLName) -> VOCElement {
    switch name {
    case "object": .object
    case "filename": .fileName
    case "size": .size
    case "scene": .scene
    case "annotator": .annotator
    case "owner": .owner
    default: .unknown
    }
  }

  private static func ofObject(_ name: XMLName) -> VOCElement {
    switch name {
    case "name": .name
    case "bndbox": .box
    case "pose": .pose
    case "annotator": .objectAnnotator
    case "attributes": .attributes
    case "polygon": .polygon
    case "truncated": .mark(.truncated)
    case "difficult": .mark(.difficult)
    case "occluded": .mark(.occluded)
    default: .unknown
    }
  }
}

/// A coordinate of a `<bndbox>`.
enum VOCCorner: String, CaseIterable {
  case left = "xmin"
  case top = "ymin"
  case right = "xmax"
  case bottom = "ymax"
}

/// A mark on an object that is 0 or 1.
enum VOCMark: String {
  case truncated
  case difficult
  case occluded
}
