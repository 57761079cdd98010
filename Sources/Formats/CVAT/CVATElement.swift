/// A place in the tree of a CVAT file that the reader knows, by its whole path.
enum CVATElement: Equatable {
  /// Above the root.
  case document
  case annotations
  case meta
  /// `task`, `project` or `job`: what the labels were declared for.
  case scope
  case labels, label, labelName
  case labelAttributes, labelAttribute, attributeName, attributeType
  case image
  /// Anything that is drawn on an image, a kind that the reader cannot use included.
  case shape
  case shapeAttribute
  case track, trackShape
  case unknown

  func child(named name: String) -> CVATElement {
    switch self {
    case .document: name == "annotations" ? .annotations : .unknown
    case .annotations:
      switch name {
      case "meta": .meta
      case "image": .image
      case "track": .track
      default: .unknown
      }
    case .meta: ["task", "project", "job"].contains(name) ? .scope : .unknown
    case .scope: name == "labels" ? .labels : .unknown
    case .labels: name == "label" ? .label : .unknown
    case .label: name == "name" ? .labelName : name == "attributes" ? .labelAttributes : .unknown
    case .labelAttributes: name == "attribute" ? .labelAttribute : .unknown
    case .labelAttribute:
      name == "name" ? .attributeName : name == "input_type" ? .attributeType : .unknown
    case .image: .shape
    case .shape: name == "attribute" ? .shapeAttribute : .unknown
    case .track: .trackShape
    default: .unknown
    }
  }

  /// Whether the reader keeps the text of the element.
  var holdsText: Bool {
    switch self {
    case .labelName, .attributeName, .attributeType, .shapeAttribute: true
    default: false
    }
  }
}
