package import Annotations
package import Geometry

/// Some annotations of a data set with their images and all categories, as one COCO file.
///
/// The records are what `COCOWriter` makes of them; ids are those of the whole data set, so that what
/// comes back from a tool can be found in it.
package struct COCOSelection: Sendable {
  /// An annotation to be written.
  package struct Entry: Sendable {
    package var subject: Subject
    /// Written beside the annotation's own attributes, in place of those of the same name.
    package var attributes: [(name: String, value: Value)]

    package init(_ subject: Subject, attributes: [(name: String, value: Value)]) {
      self.subject = subject
      self.attributes = attributes
    }
  }

  package enum Subject: Sendable {
    /// Row of the annotation table.
    case row(Int)
    /// An object that is no annotation of the data set; image and category by their rows.
    case proposal(image: Int, category: Int, box: Box, score: Double)
  }

  package enum Value: Sendable {
    case whole(Int)
    case text(String)

    fileprivate var json: String {
      switch self {
      case .whole(let number): String(number)
      case .text(let text): JSONOutput.string(text)
      }
    }
  }

  /// The text of the file: images in the order of the data set, annotations as given.
  ///
  /// An annotation without a declared image or category is left out.
  package static func text(of dataset: Dataset, _ entries: [Entry]) -> String {
    var records = COCORecords(dataset)
    var images: Set<Int> = []
    var annotations: [String] = []
    var proposals: Int64 = 0
    for entry in entries {
      let added = entry.attributes.map { (name: $0.name, value: $0.value.json) }
      switch entry.subject {
      case .row(let row):
        guard let record = records.annotation(row, added: added) else { continue }
        annotations.append(record)
        images.insert(Int(dataset.annotations.images[row]))
      case .proposal(let image, let category, let box, let score):
        proposals += 1
        annotations.append(
          records.proposal(proposals, image, category, box, score: score, added: added)
        )
        images.insert(image)
      }
    }
    let lists = [
      ("images", images.sorted().map { records.image($0) }),
      ("categories", (0..<dataset.categories.count).map { records.category($0) }),
      ("annotations", annotations),
    ]
    let members = lists.map { "\"\($0.0)\": [\n\($0.1.joined(separator: ",\n"))\n]" }
    return "{\n\(members.joined(separator: ",\n"))\n}\n"
  }
}
