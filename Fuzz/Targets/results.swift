import Annotations

@testable import Formats

/// A list of predictions for a data set of one image and one category.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzResults(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    runNow {
      var reader = ResultsFileReader(
        bytes,
        fileName: "a.json",
        plan: ReadingPlan(threads: 1),
        reference: reference
      )
      do throws(JSONError) { try await reader.read() } catch { return }
      let (dataset, _) = reader.takeResult()
      precondition(dataset.strays.isEmpty, "every result is of an image of the data set")
    }
  }
  return 0
}

private let reference: Dataset = {
  var images = ImageTable()
  images.ids = [.number(1)]
  images.fileNames = ["a.jpg"]
  images.sizes = [ImageSize(width: 64, height: 48)]
  images.scenes = [nil]
  images.splits = [nil]
  images.assigned.endRow()
  images.hasAssignment = [false]
  images.notExhaustive.endRow()
  images.places = [SourcePlace(file: 0, line: 1, column: 1, index: 0)]
  var categories = CategoryTable()
  categories.append(name: "cat", at: SourcePlace(file: 0, line: 1, column: 1, index: 0))
  categories.ids = [.number(7)]
  return Dataset(
    format: .coco,
    files: ["train.json"],
    images: images,
    categories: categories,
    annotations: AnnotationTable(),
    strings: StringTable()
  )
}()
