import Annotations
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Suite("YOLO folders")
struct YOLOFormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("turns shares into pixels: boxes, outlines and confidences")
  func lines() async throws {
    try folder.write("data.yaml", "names: [cat, dog]\n")
    try YOLOSample.addImage("images/val/a.png", to: folder)
    try folder.write(
      "labels/val/a.txt",
      "1 0.5 0.5 0.25 0.5\r\n\n0 0.5 0.5 0.25 0.5 0.875\n0 0 0 0.5 0 0.5 0.5\n1 0 0 1 0 1 1 0.5\n7 .5 .5 1 1\n"
    )
    let result = try await YOLOSample.read(folder)
    let dataset = result.dataset
    #expect(result.quarantined.isEmpty)
    #expect(dataset.images.fileNames == ["a.png"])
    #expect(YOLOSample.splits(dataset) == ["val"])
    #expect(dataset.images.sizes == [ImageSize(width: 200, height: 100)])
    // 0.5 × 200 − 0.25 × 200 / 2 = 75; 0.5 × 100 − 0.5 × 100 / 2 = 25.
    #expect(
      dataset.annotations.boxes == [
        Box(x: 75, y: 25, width: 50, height: 50), Box(x: 75, y: 25, width: 50, height: 50),
        Box(x: 0, y: 0, width: 100, height: 50), Box(x: 0, y: 0, width: 200, height: 100),
        Box(x: 0, y: 0, width: 200, height: 100),
      ]
    )
    #expect(dataset.annotations.scores == [nil, 0.875, nil, 0.5, nil])
    #expect(dataset.annotations.categories == [1, 0, 0, 1, AnnotationTable.noCategory])
    #expect(dataset.annotations.categoryIDs[4] == .number(7))
    #expect(Array(dataset.segmentation.rings[0]) == [0, 0, 100, 0, 100, 50])
    #expect(dataset.annotations.places.map(\.line) == [1, 3, 4, 5, 6])
    #expect(dataset.files[Int(dataset.annotations.places[0].file)] == "labels/val/a.txt")
  }

  @Test("puts every line aside that it cannot use, and says why")
  func quarantine() async throws {
    try folder.write("obj.names", "cat\n")
    try YOLOSample.addImage("obj_train_data/a.png", to: folder)
    try folder.write(
      "obj_train_data/a.txt",
      "0 0.5 0.5 1\nx 1 1 1 1\n0 0.5 nan 1 1\n-1 1 1 1 1\n0 1e308 0 1e308 1\n"
    )
    try folder.write("obj_train_data/b.txt", "0 0.5 0.5 1 1\n")
    try folder.write("obj_train_data/c.txt", "0 0.5 0.5 1 1\n")
    try folder.write("obj_train_data/c.jpg", "no picture")
    try folder.write("obj_train_data/d.txt", [0x30, 0x20, 0xFF])
    let result = try await YOLOSample.read(folder)
    #expect(result.dataset.annotations.count == 0)
    #expect(result.dataset.images.fileNames == ["a.png", "c.jpg"])
    #expect(YOLOSample.splits(result.dataset) == ["train", "train"])
    #expect(
      result.quarantined.map { "\($0.file):\($0.line): \($0.problem)" } == [
        "obj_train_data/a.txt:1: a line must have a category and at least 4 numbers, found 3",
        "obj_train_data/a.txt:2: the category must be a whole number of at least 0, found 'x'",
        "obj_train_data/a.txt:3: 'nan' must be a finite number",
        "obj_train_data/a.txt:4: the category must be a whole number of at least 0, found '-1'",
        "obj_train_data/a.txt:5: the box in pixels is not finite; expected shares of 0 to 1",
        "obj_train_data/b.txt:1: its image is missing, so that shares of it are no pixels; expected the "
          + "image beside",
        "obj_train_data/c.txt:1: the size of its image 'obj_train_data/c.jpg' cannot be read; expected a "
          + "JPEG or PNG file",
        "obj_train_data/d.txt:1: the text is not UTF-8; save the file as UTF-8",
      ]
    )
  }

  @Test("does not take keypoints for an outline")
  func keypoints() async throws {
    try folder.write("data.yaml", "kpt_shape: [2, 3]\nnames:\n  0: person\n")
    try YOLOSample.addImage("images/a.png", to: folder)
    try folder.write("labels/a.txt", "0 .5 .5 1 1 .1 .1 2 .2 .2 2\n")
    let result = try await YOLOSample.read(folder)
    #expect(
      result.quarantined.map(\.problem) == ["keypoints ('kpt_shape') are not read from YOLO"]
    )
  }

  @Test("knows the layouts, and images on which nothing was found")
  func layouts() async throws {
    try folder.write("data.yaml", "names: {0: cat}")
    for split in ["train", "valid"] {
      try YOLOSample.addImage("\(split)/images/a.png", to: folder)
      try folder.write("\(split)/labels/a.txt", "0 .5 .5 1 1")
    }
    try YOLOSample.addImage("valid/images/empty.png", to: folder)
    try YOLOSample.addImage("runs/curve.png", to: folder)
    try folder.write("README.txt", "0 labels")
    let dataset = try await YOLOSample.read(folder).dataset
    #expect(
      zip(dataset.images.fileNames, YOLOSample.splits(dataset)).map { "\($0) \($1 ?? "-")" }
        .sorted()
        == ["a.png train", "a.png valid", "empty.png valid"]
    )
    #expect(dataset.annotations.count == 2)
    #expect(
      try FormatCatalog.detect(folder.path).reason == "folder with data.yaml and 2 label files"
    )
  }

  @Test("takes images and labels of one folder, by the same name")
  func flat() async throws {
    try folder.write("classes.txt", "cat\ndog\n")
    try folder.write("b.jpeg", YOLOSample.jpeg(width: 640, height: 480))
    try folder.write("b.txt", "1 0.5 0.5 0.5 0.5\n")
    let dataset = try await YOLOSample.read(folder).dataset
    #expect(dataset.images.sizes == [ImageSize(width: 640, height: 480)])
    #expect(dataset.annotations.boxes == [Box(x: 160, y: 120, width: 320, height: 240)])
    #expect(dataset.categories.names == ["cat", "dog"])
  }

  @Test("gives the same columns on 1, 2 and 7 threads")
  func threads() async throws {
    try folder.write("classes.txt", "cat\n")
    for number in 0..<150 {
      try YOLOSample.addImage("\(number).png", to: folder)
      try folder.write("\(number).txt", "0 0.5 0.5 0.\(number + 1) 0.5\n0 bad\n")
    }
    let results = [
      try await YOLOSample.read(folder, threads: 1), try await YOLOSample.read(folder, threads: 2),
      try await YOLOSample.read(folder, threads: 7),
    ]
    #expect(results[0].dataset.annotations.count == 150)
    for result in results {
      #expect(result.quarantined == results[0].quarantined)
      #expect(result.sha256 == results[0].sha256)
      #expect(result.dataset.annotations.boxes == results[0].dataset.annotations.boxes)
      #expect(result.dataset.images.fileNames == results[0].dataset.images.fileNames)
    }
  }

  @Test("follows no linked folder")
  func loop() async throws {
    try folder.write("classes.txt", "cat\n")
    try YOLOSample.addImage("a.png", to: folder)
    try folder.write("a.txt", "0 .5 .5 1 1")
    #expect(symlink(folder.path, "\(folder.path)/loop") == 0)
    #expect(try await YOLOSample.read(folder).dataset.images.count == 1)
  }
}
