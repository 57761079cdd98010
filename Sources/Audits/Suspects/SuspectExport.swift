package import Annotations
import Formats
import Geometry

/// The suspects of a queue as files of annotation tools.
package struct SuspectExport: Sendable {
  /// Suspects that are in no file, because their image is not declared.
  package let withoutImage: Int
  /// Suspects that stand in a file of Label Studio without a box, because the size of their image, of
  /// which the box is a percentage, is not known.
  package let withoutSize: Int

  private let dataset: Dataset
  /// The most suspect first.
  private let objects: [Object]

  /// A suspect and where it stands.
  private struct Object: Sendable {
    var entry: ReviewQueue.Entry
    /// Row of the image table.
    var image: Int
    var box: Box
  }

  package init(_ queue: ReviewQueue, of dataset: Dataset) {
    let suspects = queue.entries.filter(\.isSuspect)
    objects = suspects.compactMap { entry in
      switch entry.subject {
      case .item: return nil
      case .proposal(let image, _, let box, _):
        return Object(entry: entry, image: image, box: box)
      case .annotation(let row, let box):
        let image = dataset.annotations.images[row]
        return image == AnnotationTable.noImage
          ? nil : Object(entry: entry, image: Int(image), box: box)
      }
    }
    withoutImage = suspects.count - objects.count
    withoutSize = objects.count { dataset.images.sizes[$0.image] == nil }
    self.dataset = dataset
  }

  /// Objects by row of the image table, in its order.
  private var byImage: [(image: Int, objects: [Object])] {
    Dictionary(grouping: objects, by: \.image).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Only the suspects, as they stand in the data set, their images, and all categories; objects that only
  /// a model saw have ids of their own and a score.
  ///
  /// The attributes `assay_rank`, `assay_finding`, `assay_reason` and `assay_rival` say why.
  package var coco: String {
    COCOSelection.text(
      of: dataset,
      objects.compactMap { object in
        let attributes = attributes(object).map {
          (name: $0.name, value: COCOSelection.Value.text($0.value))
        }
        let all = [(name: "assay_rank", value: .whole(object.entry.rank))] + attributes
        switch object.entry.subject {
        case .item: return nil
        case .annotation(let row, _): return .init(.row(row), attributes: all)
        case .proposal(let image, let category, let box, let confidence):
          return .init(
            .proposal(image: image, category: category, box: box, score: confidence),
            attributes: all
          )
        }
      }
    )
  }

  private func attributes(_ object: Object) -> [(name: String, value: String)] {
    [
      ("assay_finding", object.entry.rule), ("assay_reason", object.entry.what),
      ("assay_rival", object.entry.rival),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  /// One task an image; boxes in percent of it, as Label Studio wants them.
  ///
  /// `prefix` comes before the file name: the tool opens images by URL.
  package func labelStudio(prefix: String) -> String {
    LabelStudioDocument(
      tasks: byImage.map { image, objects in
        LabelStudioDocument.Task(
          image: prefix + dataset.images.fileNames[image],
          reasons: objects.map { "\($0.entry.rank). \($0.entry.name): \($0.entry.what ?? "")" },
          boxes: objects.compactMap { object in
            dataset.images.sizes[image].map { size in
              LabelStudioDocument.Box(
                id: object.entry.name,
                label: object.entry.category,
                box: Self.sides(object.box),
                width: size.width,
                height: size.height
              )
            }
          }
        )
      }
    ).text
  }

  /// CVAT for images 1.1: one `image` with a `box` for each suspect, with the reason as attributes.
  package var cvat: String {
    var document = CVATDocument()
    for (image, objects) in byImage {
      document.images.append(
        .init(
          id: image,
          name: dataset.images.fileNames[image],
          size: dataset.images.sizes[image],
          boxes: objects.map { object in
            .init(
              label: object.entry.category,
              box: Self.sides(object.box),
              attributes: [
                ("assay_annotation", object.entry.name),
                ("assay_rank", String(object.entry.rank)),
              ] + attributes(object)
            )
          }
        )
      )
    }
    return document.text
  }

  private static func sides(_ box: Box) -> [Double] { [box.x, box.y, box.width, box.height] }
}
