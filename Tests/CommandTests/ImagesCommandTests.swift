import Foundation
import TestSupport
import Testing

@Suite("--images")
struct ImagesCommandTests {
  @Test("an audit of the street scenes reads their 24 pictures and finds nothing wrong with them")
  func street() throws {
    let result = try Program.run(
      "audit",
      "Fixtures/street/gold.json",
      "--images",
      "Fixtures/street/images",
      "--json",
      "-",
      "--quiet"
    )
    #expect(result.status == 0)
    #expect(result.output.contains(#""images": "images""#))
    for rule in ["missing-image-file", "image-size-mismatch", "near-duplicate-picture"] {
      let row = try #require(result.output.range(of: "\"id\": \"\(rule)\""))
      let rest = result.output[row.upperBound...].prefix { $0 != "}" }
      #expect(rest.hasSuffix("\"count\": 0"), "\(rest)")
    }
  }

  @Test("the same bytes on 1, 2 and 7 threads")
  func sameBytes() throws {
    let folder = try TemporaryFolder()
    // Of the 24 images some have no file now.
    for number in ["02", "03", "17"] {
      try FileManager.default.copyItem(
        atPath: SharedData.projectRoot.path() + "Fixtures/street/images/street_\(number).png",
        toPath: folder.path + "/street_\(number).png"
      )
    }
    let outputs = try ["1", "2", "7"].map { threads in
      try Program.run(
        "audit",
        "Fixtures/street/gold.json",
        "--images",
        folder.path,
        "--threads",
        threads,
        "--json",
        "-",
        "--quiet"
      ).output
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
    #expect(outputs[0].contains("there is no file 'street_24.png' in the folder of the images"))
    #expect(outputs[0].components(separatedBy: "there is no file").count == 22)
  }

  @Test("a folder that is none is an error before anything is read")
  func noFolder() throws {
    for path in ["nowhere", "README.md"] {
      let result = try Program.run("audit", "Fixtures/street/gold.json", "--images", path)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("assay: \(path): cannot be read: "))
    }
  }

  @Test("a rule about image files is explained")
  func explain() throws {
    let result = try Program.run("explain", "picture-in-two-splits")
    #expect(result.output.contains("finds") && result.output.contains("perceptual hash"))
  }
}
