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

  func child(named name: String) -> VOCElement {
    switch self {
    case .document: name == "annotation" ? .annotation : .unknown
    case .annotation: Self.ofAnnotation(name)
    case .size: name == "width" ? .width : name == "height" ? .height : .unknown
    case .owner: name == "name" ? .ownerName : name == "flickrid" ? .flickrAccount : .unknown
    case .object: Self.ofObject(name)
    case .box: VOCCorner(rawValue: name).map(VOCElement.corner) ?? .unknown
    case .attributes: name == "attribute" ? .attribute : .unknown
    case .attribute: name == "name" ? .attributeName : name == "value" ? .attributeValue : .unknown
    default: .unknown
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

  private static func ofAnnotation(_ name: String) -> VOCElement {
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

  private static func ofObject(_ name: String) -> VOCElement {
    switch name {
    case "name": .name
    case "bndbox": .box
    case "pose": .pose
    case "annotator": .objectAnnotator
    case "attributes": .attributes
    case "polygon": .polygon
    default: VOCMark(rawValue: name).map(VOCElement.mark) ?? .unknown
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
