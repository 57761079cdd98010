import Audits
import Findings
import Testing

@Suite struct IdentityRuleTests {
  @Test("each further image with an id is reported, and names the first")
  func duplicateImageIDs() async throws {
    let images = ["a", "b", "c"].map {
      #"{"id": 7, "file_name": "\#($0).jpg", "width": 100, "height": 80}"#
    }
    let json = coco(images: images.joined(separator: ","), annotations: [])
    let found = try await findings(of: "duplicate-image-id", in: json)
    #expect(found.map(\.image) == ["b.jpg", "c.jpg"])
    let message = "id 7 is also that of /images/0; ids must be unique"
    #expect(found.map(\.message) == [message, message])
  }

  @Test("each further category with an id is reported, and names the first")
  func duplicateCategoryIDs() async throws {
    let categories =
      #"{"id": 3, "name": "cat"}, {"id": 4, "name": "dog"}, {"id": 3, "name": "cow"}"#
    let json = coco(categories: categories, annotations: [])
    let found = try await findings(of: "duplicate-category-id", in: json)
    #expect(found.map(\.category) == ["cow"])
    #expect(found.map(\.message) == ["id 3 is also that of /categories/0; ids must be unique"])
  }

  @Test(
    "a file name may not leave the folder of the images",
    arguments: [
      ("..", 1), ("a/../b.jpg", 1), ("a/..", 1), ("/a.jpg", 1), ("d:a.jpg", 1), ("Z:/a.jpg", 1),
      ("...", 0), ("a..jpg", 0), ("a/..b", 0), ("1:a.jpg", 0), ("https://x.org/a.jpg", 0), ("", 0),
    ]
  )
  func fileNames(name: String, count: Int) async throws {
    let image = #"{"id": 1, "file_name": "\#(name)", "width": 100, "height": 80}"#
    let json = coco(images: image, annotations: [])
    #expect(try await findings(of: "unportable-file-name", in: json).count == count)
  }

  @Test("ids at both ends of what a number holds are told apart, and repeated ones found")
  func farApart() async throws {
    let ids = [Int.max, Int.min, 5, Int.min, 5, 7]
    let json = coco(
      annotations: ids.enumerated().map { annotation($1, box: "\($0 * 10), 10, 5, 5") }
    )
    let found = try await findings(of: "duplicate-annotation-id", in: json)
    #expect(found.map(\.annotation) == ["\(Int.min)", "5"])
  }

  @Test("of 1,000 images those are reported that repeat a file, or its name with another ending")
  func repeatedFiles() async throws {
    var names = (1...1000).map { "\($0).jpg" }
    names[499] = "7.jpg"
    names[998] = "9.PNG"
    names[999] = "7.jpg"
    let images = names.enumerated().map {
      #"{"id": \#($0 + 1), "file_name": "\#($1)", "width": 100, "height": 80}"#
    }
    let json = coco(images: images.joined(separator: ","), annotations: [])
    let files = try await findings(of: "repeated-image-file", in: json)
    #expect(files.map { $0.place?.pointer } == ["/images/499", "/images/999"])
    let stems = try await findings(of: "repeated-image-stem", in: json)
    #expect(stems.map(\.message) == ["file '9.PNG' differs from '9.jpg' in its ending only"])
  }
}
