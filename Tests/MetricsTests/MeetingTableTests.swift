import Statistics
import Testing

@testable import Metrics

@Suite("How often categories met in all images")
struct MeetingTableTests {
  @Test("is the same from a dense table and from a dictionary", arguments: [1, 40])
  func counts(copies: Int) async {
    // An image: cat and cat, cat and dog, dog with nobody, and B's dog with nobody. Four objects against 3 × 3
    // places: the dictionary for one image, the dense table for forty.
    let images = (0..<copies).map { "\(100 + $0).jpg" }
    var (a, b) = (
      Scene(images: images, categories: ["cat", "dog"]),
      Scene(images: images, categories: ["cat", "dog"])
    )
    for image in images {
      a.add("cat", 0, 0, 10, 10, in: image)
      b.add("cat", 0, 0, 10, 10, in: image)
      a.add("cat", 50, 0, 10, 10, in: image)
      b.add("dog", 50, 0, 10, 10, in: image)
      a.add("dog", 100, 0, 10, 10, in: image)
      b.add("dog", 150, 0, 10, 10, in: image)
    }
    let meetings = await compare(a.dataset(), b.dataset()).meetings
    let missing = CategoryCells.missing
    #expect(
      meetings.counts == [
        .init(row: 0, column: 0): copies, .init(row: 0, column: 1): copies,
        .init(row: 1, column: missing): copies, .init(row: missing, column: 1): copies,
      ]
    )
  }

  @Test("The mean IoU of a category is that of its own pairs, and none where it has none")
  func means() throws {
    let rows = [(0, 0.5), (2, 0.6), (0, 0.75), (0, 1)].map { category, iou in
      IoUDistribution.PairRow(image: 0, category: Int32(category), iou: iou)
    }
    let means = CategoryIoUMeans(rows, categories: 3)
    #expect(means.counts == [3, 0, 1])
    // (0.5 + 0.75 + 1) / 3 = 0.75, around a centre of 0.75.
    #expect(means[0] == 0.75 && means[1] == nil && means[2] == 0.6)
  }
}
