package import Annotations
import Digests
import Embeddings
import Geometry
import Imaging

/// Vectors of a data set's objects that the built-in descriptor makes of their pictures.
package struct DescriptorVectors: Sendable {
  /// Items whose box shows something in a picture that could be read, in their order.
  package let items: [Int]
  /// One row an element of `items`.
  package let table: VectorTable
  /// Which descriptor it was, and a digest of all image files.
  package let source: SuspectRun.Source

  /// How many directions of largest variance are kept.
  private static let dimensions = 32

  /// Describes every item: its box, or the whole image where it has none.
  package init(_ suspects: SuspectItems, in source: ImageSource, threads: Int) async {
    let groups = suspects.itemsByImage
    let folder = source.folder
    let step = WorkStep("describing objects", of: groups.count, "images")
    var digest = SHA256()
    var found: [(item: Int, vector: [Float])] = []
    await mergeInOrder(groups, threads: threads, as: step) { group in
      DescribedImage(group, in: folder)
    } merge: { image in
      digest.update(Array("\(image.name) \(image.sha256 ?? "-")\n".utf8).span.bytes)
      found += image.vectors
    }
    found.sort { $0.item < $1.item }
    items = found.map(\.item)
    let raw = VectorTable(width: CropDescriptor.width, values: found.flatMap(\.vector))
    table =
      found.isEmpty ? raw : PrincipalAxes(raw, limit: Self.dimensions).projected(raw)
    self.source = SuspectRun.Source(name: CropDescriptor.name, sha256: digest.finish())
  }
}

/// The objects of one image, described.
private struct DescribedImage: Sendable {
  let name: String
  /// Of the file; `nil` where it could not be read.
  private(set) var sha256: String?
  private(set) var vectors: [(item: Int, vector: [Float])] = []

  init(_ group: SuspectItems.ItemsOfImage, in folder: ImageFolder) {
    name = group.fileName
    do throws(ImageError) {
      let bytes = try folder.bytes(of: group.fileName)
      sha256 = SHA256.of(bytes)
      let data = try ImageData(bytes)
      let whole = Box(
        x: 0,
        y: 0,
        width: Double(data.size.width),
        height: Double(data.size.height)
      )
      let sides = group.items.map { min(($0.box ?? whole).width, ($0.box ?? whole).height) }
      guard let smallest = sides.filter({ $0 > 0 }).min() else { return }
      let image = try ScaledImage(
        data,
        isTurned: data.isLabelledTurned(stated: group.statedSize),
        shortest: smallest,
        atLeast: CropDescriptor.side
      )
      let descriptor = CropDescriptor()
      for (item, box) in group.items {
        guard let vector = descriptor.vector(of: box ?? whole, in: image) else { continue }
        vectors.append((item, vector))
      }
    } catch {
      // The items are left out, and counted.
    }
  }
}
