package import Annotations
package import Imaging

/// Every image file of a data set, looked at once.
package struct ImageSurvey: Sendable {
  package let dataset: Dataset
  /// One an image row: what was found in its file, or why there is nothing.
  package let files: [Result<ImageExamination, ImageError>]
  /// Pictures that an earlier image shows too, in the order of the images.
  let repeats: [PictureRepeat]

  /// Images that a task looks at in one go.
  private static let imagesPerTask = 16

  /// Reads and decodes every file; O(images · file size).
  package init(_ dataset: Dataset, in source: ImageSource, threads: Int) async {
    let names = dataset.images.fileNames
    let starts = Array(stride(from: 0, to: names.count, by: Self.imagesPerTask))
    let folder = source.folder
    let step = WorkStep("looking at images", of: names.count, "images")
    var files: [Result<ImageExamination, ImageError>] = []
    files.reserveCapacity(names.count)
    await mergeInOrder(starts, threads: threads, as: step) { start in
      names[start..<min(start + Self.imagesPerTask, names.count)].map { name in
        Self.examine(name, in: folder)
      }
    } merge: {
      files += $0
    }
    self.files = files
    self.dataset = dataset
    repeats = PictureRepeat.all(files, of: dataset)
  }

  /// What was found in the file of an image, or `nil` where it could not be read.
  func examination(ofImage row: Int) -> ImageExamination? { try? files[row].get() }

  /// How many pictures have more pixels than are decoded: their sizes are known, their contents are not.
  package var tooLarge: Int {
    files.count { file in
      if case .success(let examination) = file { examination.content == nil } else { false }
    }
  }

  private static func examine(
    _ name: String,
    in folder: ImageFolder
  ) -> Result<ImageExamination, ImageError> {
    do throws(ImageError) {
      return .success(try ImageExamination(folder.bytes(of: name)))
    } catch {
      return .failure(error)
    }
  }
}
