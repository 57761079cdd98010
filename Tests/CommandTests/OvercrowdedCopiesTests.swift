import TestSupport
import Testing

@Suite("Thousands of copies of one box")
struct OvercrowdedCopiesTests {
  /// 3,200 copies on either side are 10,240,000 pairs.
  @Test(
    "are refused with the image that has them",
    arguments: [["compare"], ["consensus", "--merged", "-"]]
  )
  func refused(command: [String]) throws {
    let folder = try TemporaryFolder()
    let copies = (1...3200).map {
      #"{"id": \#($0), "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50]}"#
    }
    let path = try folder.write(
      "a.json",
      """
      {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [\(copies.joined(separator: ",\n"))]}
      """
    )
    let run = try Program.run(command + [path, path, "--json", "\(folder.path)/r.json", "--quiet"])
    #expect(run.status == 2)
    #expect(
      run.errors.hasPrefix(
        "assay: image 'a.jpg': 3200 objects of 'a' and 3200 of 'b' make more than 10000000 pairs with an IoU of 0.5 or more"
      ),
      "\(run.errors)"
    )
  }
}
