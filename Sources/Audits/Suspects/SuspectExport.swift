import Annotations
import Formats
import Geometry

/// The suspects of a queue as files of annotation tools; none for a list of labels.
package struct SuspectExport: Sendable {
  private let objects: [Object]
  private let categories: [String]
  private let isOfDataset: Bool

  /// A suspect and where it stands.
  private struct Object: Sendable {
    var entry: SuspectQueue.Entry
    var image: String
    /// Row of the image table.
    var imageRow: Int
    var size: ImageSize?
    /// Position in `categories`.
    var category: Int
    /// `[x, y, width, height]` in pixels.
    var box: [Double]
  }

  package init(_ items: SuspectItems, _ queue: SuspectQueue) {
    categories = items.categories
    guard case .annotations(let dataset, let rows) = items.source else {
      objects = []
      isOfDataset = false
      return
    }
    isOfDataset = true
    objects = queue.entries.filter(\.isSuspect).compactMap { entry in
      let row = rows[entry.item]
      let image = Int(dataset.annotations.images[row])
      let box = dataset.annotations.boxes[row]
      let sides = [box.x, box.y, box.width, box.height]
      // What JSON cannot hold, and what has no image, no tool could show.
      guard image >= 0, sides.allSatisfy(\.isFinite) else { return nil }
      return Object(
        entry: entry,
        image: dataset.images.fileNames[image],
        imageRow: image,
        size: dataset.images.sizes[image],
        category: Int(items.labels[entry.item]),
        box: sides
      )
    }
  }

  /// Objects by image, images in the order of the data set.
  private var byImage: [(row: Int, objects: [Object])] {
    Dictionary(grouping: objects, by: \.imageRow).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  // MARK: COCO

  /// Only the suspects, their images, and all categories; the reasons stand in the attributes.
  package var coco: String? {
    guard isOfDataset else { return nil }
    var document = COCODocument()
    document.categories = categories.enumerated().map { .init(id: $0 + 1, name: $1) }
    for (row, objects) in byImage {
      document.images.append(
        .init(
          id: row + 1,
          fileName: objects[0].image,
          width: objects[0].size?.width,
          height: objects[0].size?.height
        )
      )
      for object in objects {
        document.annotations.append(
          .init(
            id: document.annotations.count + 1,
            image: row + 1,
            category: object.category + 1,
            bbox: object.box,
            area: object.box[2] * object.box[3],
            attributes: [
              "annotation": .text(object.entry.name),
              "rank": .number(Double(object.entry.rank)),
              "reason": .text(object.entry.what ?? ""),
              "rival": .text(object.entry.rival ?? ""),
            ]
          )
        )
      }
    }
    return document.text
  }

  // MARK: Label Studio

  /// One task an image; boxes in percent of it, as the tool wants them.
  ///
  /// Suspects of an image without a size are tasks without a box.
  package var labelStudio: String? {
    guard isOfDataset else { return nil }
    return LabelStudioDocument(
      tasks: byImage.map { _, objects in
        LabelStudioDocument.Task(
          image: objects[0].image,
          reasons: objects.map { "\($0.entry.rank). \($0.entry.name): \($0.entry.what ?? "")" },
          boxes: objects.compactMap { object in
            object.size.map { size in
              LabelStudioDocument.Box(
                id: object.entry.name,
                label: categories[object.category],
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

  // MARK: CVAT

  /// CVAT for images 1.1: one `image` with a `box` for each suspect, with the reason as an attribute.
  package var cvat: String? {
    guard isOfDataset else { return nil }
    var document = CVATDocument()
    for (row, objects) in byImage {
      document.images.append(
        .init(
          id: row,
          name: objects[0].image,
          size: objects[0].size,
          boxes: objects.map {
            .init(
              label: categories[$0.category],
              box: $0.box,
              attributes: [
                ("annotation", $0.entry.name), ("rank", String($0.entry.rank)),
                ("reason", $0.entry.what ?? ""),
              ]
            )
          }
        )
      )
    }
    return document.text
  }
}
