/// The size of an image in pixels.
package struct ImageSize: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// Columns with one row an image, in the order of the file.
package struct ImageTable: Sendable {
  package var ids: [RecordID] = []
  package var fileNames: [String] = []
  /// `nil` where the file gives no size, or not one of two positive numbers.
  package var sizes: [ImageSize?] = []
  /// The image's scene tag.
  package var scenes: [StringCode?] = []
  /// The part of the data set that the image belongs to: `train`, `val`, ….
  package var splits: [StringCode?] = []
  /// One row an image: codes of the annotators who were assigned to it.
  ///
  /// An empty row of an image without `hasAssignment` says nothing.
  package var assigned = Ragged<Int32>()
  /// Whether the file says who was assigned to the image; an assigned annotator without an object saw nothing.
  package var hasAssignment: [Bool] = []
  /// One row an image: categories that were not annotated exhaustively (LVIS), as dense codes.
  package var notExhaustive = Ragged<Int32>()
  /// Categories said to be annotated not exhaustively that the file does not declare, by image row.
  package var undeclaredNotExhaustive: [(image: Int32, id: RecordID)] = []
  /// Paths of files on one machine, of which `fileNames` has the last component only, by image row.
  package var absolutePaths: [(image: Int32, path: String)] = []
  package var places: [SourcePlace] = []

  package init() {}

  package var count: Int { ids.count }
}
