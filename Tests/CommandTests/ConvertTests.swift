import Foundation
import TestSupport
import Testing

@Suite("The command 'convert'")
struct ConvertTests {
  private let gold = "Fixtures/street/gold.json"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func convert(
    _ format: String,
    _ output: String,
    _ more: String = "--quiet"
  ) throws
    -> Program.Result
  {
    try Program.run("convert", gold, "--to", format, "--output", output, more)
  }

  @Test("writes the same bytes every time, and tells what is lost as text and as JSON")
  func same() throws {
    for format in ["coco", "voc", "yolo"] {
      let paths = ["1", "2"].map { "\(folder.path)/\(format)\($0)" }
      let first = try Program.run(
        "convert",
        gold,
        "--to",
        format,
        "--output",
        paths[0],
        "--json",
        "-"
      )
      #expect(first.status == 0)
      #expect(first.errors.contains("24 images and 201 annotations read, from coco to \(format)"))
      #expect(first.output.hasPrefix(#"{"annotations":201,"from":"coco","images":24,"lost":["#))
      let second = try convert(format, paths[1])
      #expect(second.status == 0 && second.output.isEmpty && second.errors.isEmpty)
      #expect(try contents(paths[0]) == contents(paths[1]))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test("replaces what is there only when it is told to, and leaves what it did not write")
  func force() throws {
    let output = "\(folder.path)/yolo"
    try folder.write("yolo/images/street_01.png", "an image")
    try folder.write("yolo/labels/old.txt", "0 1 1 1 1")
    let refused = try convert("yolo", output)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("\(output): exists already; --force replaces it"))
    #expect(try contents(output).keys.sorted() == ["images/street_01.png", "labels/old.txt"])
    #expect(try convert("yolo", output, "--force").status == 0)
    let names = try contents(output).keys
    #expect(names.contains("images/street_01.png") && names.contains("labels/street_01.txt"))
    #expect(!names.contains("labels/old.txt") && names.contains("data.yaml"))

    let file = try folder.write("out.json", "mine")
    #expect(try convert("coco", file).status == 2)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try convert("coco", file, "--force").status == 0)
  }

  @Test("refuses a format that it cannot write")
  func unknown() throws {
    let result = try convert("cvat", "\(folder.path)/x")
    #expect(result.status == 2)
    #expect(result.errors.contains("--to must be one of coco, voc, yolo, found 'cvat'"))
  }

  /// The bytes of a file, or of all files of a folder by their paths.
  private func contents(_ path: String) throws -> [String: Data] {
    guard let names = FileManager.default.enumerator(atPath: path) else { return [:] }
    var files: [String: Data] = [:]
    if let data = FileManager.default.contents(atPath: path) { files[""] = data }
    for case let name as String in names {
      if let data = FileManager.default.contents(atPath: "\(path)/\(name)") { files[name] = data }
    }
    return files
  }
}
