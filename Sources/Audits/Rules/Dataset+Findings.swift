import Annotations
import Findings
import Geometry

/// Findings about the records of a data set, with all that a reader needs to look at them.
extension Dataset {
  /// A finding about one annotation; the image's size joins the evidence.
  func finding(
    _ about: RuleAbout,
    annotation row: Int,
    _ message: String,
    evidence: [String: Double] = [:]
  ) -> Finding {
    let image = Int(annotations.images[row])
    let category = Int(annotations.categories[row])
    let box = annotations.boxes[row]
    var evidence = evidence
    if image >= 0, let size = images.sizes[image] {
      evidence["image-width"] = Double(size.width)
      evidence["image-height"] = Double(size.height)
    }
    let id = text(of: annotations.ids[row])
    return Finding(
      rule: about.id,
      severity: about.severity,
      image: image >= 0 ? images.fileNames[image] : nil,
      annotation: id.isEmpty ? nil : id,
      category: category >= 0 ? categories.names[category] : nil,
      box: [box.x, box.y, box.width, box.height],
      place: place(annotations.places[row], list: "annotations"),
      message: message,
      hint: about.fix,
      evidence: evidence
    )
  }

  /// A finding about one image.
  func finding(_ about: RuleAbout, image row: Int, _ message: String) -> Finding {
    Finding(
      rule: about.id,
      severity: about.severity,
      image: images.fileNames[row],
      place: place(images.places[row], list: "images"),
      message: message,
      hint: about.fix
    )
  }

  /// A finding about one category.
  func finding(_ about: RuleAbout, category row: Int, _ message: String) -> Finding {
    Finding(
      rule: about.id,
      severity: about.severity,
      category: categories.names[row],
      place: place(categories.places[row], list: "categories"),
      message: message,
      hint: about.fix
    )
  }

  /// Evidence that draws a second box.
  func evidence(otherBox row: Int) -> [String: Double] {
    let box = annotations.boxes[row]
    return [
      "other-x": box.x, "other-y": box.y, "other-width": box.width, "other-height": box.height,
    ]
  }

  /// The annotation in words: its id, or else its place.
  func name(ofAnnotation row: Int) -> String {
    let id = text(of: annotations.ids[row])
    return id.isEmpty
      ? "\(place(annotations.places[row], list: "annotations"))" : "annotation \(id)"
  }

  func place(_ place: SourcePlace, list: String) -> Place {
    let pointer =
      switch format {
      case .coco: "/\(list)/\(place.index)"
      case .voc: list == "annotations" ? "/annotation/object[\(place.index + 1)]" : "/annotation"
      }
    return Place(
      file: files[Int(place.file)],
      line: Int(place.line),
      column: place.column,
      pointer: pointer
    )
  }
}
