import Annotations
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
    var entry: SuspectQueue.Entry
    /// Row of the annotation table.
    var row: Int
    /// Row of the image table.
    var image: Int
    /// `[x, y, width, height]` in pixels.
    var box: [Double]
  }

  /// `nil` for a list of labels, which has no boxes.
  package init?(_ items: SuspectItems, _ queue: SuspectQueue) {
    guard case .annotations(let dataset, let rows) = items.source else { return nil }
    let suspects = queue.entries.filter(\.isSuspect)
    objects = suspects.compactMap { entry in
      let row = rows[entry.item]
      let box = dataset.annotations.boxes[row]
      guard dataset.annotations.images[row] != AnnotationTable.noImage else { return nil }
      return Object(
        entry: entry,
        row: row,
        image: Int(dataset.annotations.images[row]),
        box: [box.x, box.y, box.width, box.height]
      )
    }
    withoutImage = suspects.count - objects.count
    withoutSize = objects.count { dataset.images.sizes[$0.image] == nil }
    self.dataset = dataset
  }

  /// Objects by row of the image table, in its order.
  private var byImage: [(image: Int, objects: [Object])] {
    Dictionary(grouping: objects, by: \.image).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Only the suspects, as they stand in the data set, their images, and all categories.
  ///
  /// The attributes `assay_rank`, `assay_reason` and `assay_rival` say why.
  package var coco: String {
    COCOSelection.text(
      of: dataset,
      objects.map { object in
        var attributes: [(name: String, value: COCOSelection.Value)] = [
          ("assay_rank", .whole(object.entry.rank))
        ]
        if let what = object.entry.what { attributes.append(("assay_reason", .text(what))) }
        if let rival = object.entry.rival { attributes.append(("assay_rival", .text(rival))) }
        return .init(row: object.row, attributes: attributes)
      }
    )
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
                box: object.box,
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
              box: object.box,
              attributes: [
                ("assay_annotation", object.entry.name),
                ("assay_rank", String(object.entry.rank)),
                ("assay_reason", object.entry.what ?? ""),
              ]
            )
          }
        )
      )
    }
    return document.text
  }
}
