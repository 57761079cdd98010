package import Annotations
package import Findings
import Geometry

extension Dataset {
  /// A finding about one annotation, with all that is known of it.
  ///
  /// What JSON cannot hold, an infinite number, is left out of the box and of `evidence`.
  func finding(
    _ about: RuleAbout,
    annotation row: Int,
    _ message: String,
    evidence: [String: Double] = [:],
    identity: String? = nil
  ) -> Finding {
    let image = annotations.images[row] < 0 ? nil : Int(annotations.images[row])
    let category = annotations.categories[row]
    let box = annotations.boxes[row]
    let sides = [box.x, box.y, box.width, box.height]
    return Finding(
      rule: about.id,
      severity: about.severity,
      image: image.map { images.fileNames[$0] },
      annotation: annotations.ids[row] == .absent ? nil : text(of: annotations.ids[row]),
      category: category < 0 ? nil : categories.names[Int(category)],
      box: sides.allSatisfy(\.isFinite) ? sides : nil,
      place: place(ofAnnotation: row),
      message: message,
      hint: about.fix,
      evidence: evidence.merging(sizeEvidence(ofImage: image)) { own, _ in own }
        .filter(\.value.isFinite),
      identity: identity
    )
  }

  /// A finding about one image, and perhaps about another one with it.
  func finding(
    _ about: RuleAbout,
    image row: Int,
    _ message: String,
    evidence: [String: Double] = [:],
    other: Int? = nil,
    identity: String? = nil
  ) -> Finding {
    var finding = Finding(
      rule: about.id,
      severity: about.severity,
      image: images.fileNames[row],
      place: place(ofImage: row),
      message: message,
      hint: about.fix,
      evidence: evidence.merging(sizeEvidence(ofImage: row)) { own, _ in own },
      identity: identity
    )
    finding.otherImage = other.map { images.fileNames[$0] }
    return finding
  }

  /// A finding about one declared category.
  func finding(
    _ about: RuleAbout,
    category row: Int,
    _ message: String,
    identity: String? = nil
  ) -> Finding {
    Finding(
      rule: about.id,
      severity: about.severity,
      category: categories.names[row],
      place: place(categories.places[row], pointer: pointer(ofCategory: row)),
      message: message,
      hint: about.fix,
      identity: identity
    )
  }

  /// What tells an annotation from others whatever its id and its place in the file.
  func fingerprint(ofAnnotation row: Int) -> Fingerprint {
    let image = annotations.images[row]
    let category = annotations.categories[row]
    let box = annotations.boxes[row]
    return Fingerprint(
      Finding.subject(
        image: image < 0 ? nil : images.fileNames[Int(image)],
        category: category < 0 ? nil : categories.names[Int(category)],
        box: [box.x, box.y, box.width, box.height]
      )
    )
  }

  /// How a message names an annotation: its id where it has one, and where it stands.
  func reference(toAnnotation row: Int) -> String {
    let pointer = pointer(ofAnnotation: row)
    let id = annotations.ids[row]
    return id == .absent ? pointer : "annotation \(text(of: id)) (\(pointer))"
  }

  /// How a message names the category of an annotation: its name, or its id where it is not declared.
  func categoryText(ofAnnotation row: Int) -> String {
    let category = annotations.categories[row]
    return category < 0
      ? text(of: annotations.categoryIDs[row]) : categories.names[Int(category)]
  }

  /// JSON pointer or XML path.
  func pointer(ofAnnotation row: Int) -> String {
    let index = annotations.places[row].index
    return switch format {
    case .coco, .cocoPanoptic: "/annotations/\(index)"
    case .voc: "/annotation/object[\(index + 1)]"
    case .cvat: "\(pointer(ofImage: Int(annotations.images[row])))/*[\(index + 1)]"
    case .yolo: "line \(index + 1)"
    case .cocoResults: "/\(index)"
    case .labelStudio: resultPointer(ofImage: annotations.images[row], annotations.places[row])
    }
  }

  /// JSON pointer, or XML path of the object that uses the category first.
  func pointer(ofCategory row: Int) -> String {
    let index = categories.places[row].index
    return switch format {
    case .coco, .cocoPanoptic, .cocoResults: "/categories/\(index)"
    case .voc: "/annotation/object[\(index + 1)]/name"
    case .cvat: "//labels/label[\(index + 1)]"
    case .yolo: "names[\(index)]"
    case .labelStudio:
      firstUse(ofCategory: row).map { pointer(ofAnnotation: $0) } ?? "/"
    }
  }

  func pointer(ofImage row: Int) -> String {
    switch format {
    case .coco, .cocoPanoptic, .cocoResults: "/images/\(images.places[row].index)"
    case .voc: "/annotation"
    case .cvat: "/annotations/image[\(images.places[row].index + 1)]"
    case .yolo: "/"
    case .labelStudio: "/\(images.places[row].index)"
    }
  }

  private func resultPointer(ofImage image: Int32, _ place: SourcePlace) -> String {
    "\(pointer(ofImage: Int(image)))/annotations/\(place.taskAnnotation)/result/\(place.taskResult)"
  }

  /// The annotation whose place is that of a category that no list declares.
  private func firstUse(ofCategory row: Int) -> Int? {
    annotations.places.firstIndex(of: categories.places[row])
  }

  package func place(ofAnnotation row: Int) -> Place {
    place(annotations.places[row], pointer: pointer(ofAnnotation: row))
  }

  package func place(ofImage row: Int) -> Place {
    place(images.places[row], pointer: pointer(ofImage: row))
  }

  private func place(_ source: SourcePlace, pointer: String) -> Place {
    Place(
      file: files[Int(source.file)],
      line: Int(source.line),
      column: source.column,
      pointer: pointer
    )
  }

  private func sizeEvidence(ofImage row: Int?) -> [String: Double] {
    guard let row, let size = images.sizes[row] else { return [:] }
    return ["image-width": Double(size.width), "image-height": Double(size.height)]
  }
}

extension Box {
  /// The box as evidence: what a finding's own box has to be seen against.
  var asOther: [String: Double] {
    Finding.evidence(otherBoxes: [numbers])
  }
}
