import Annotations
import Findings
import Formats

struct DuplicateCategoryNameRule: DatasetRule {
  static let about = RuleAbout(
    id: "duplicate-category-name",
    severity: .warning,
    summary: "a category whose name an earlier one has, up to case and surrounding space",
    rationale: """
      A tool that keeps categories by id trains and scores one thing as two; one that keeps them by \
      name (Pascal VOC has names only) takes two for one. Merging exports of several tools makes them.
      """,
    fix: "give both the same id, or names that tell them apart",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [],
        "categories": [{"id": 1, "name": "Cat"}, {"id": 2, "name": "cat "}],
        "annotations": []
      }
      """,
    ],
    clean: [
      """
      {
        "images": [],
        "categories": [
          {"id": 1, "name": "bat", "supercategory": "animal"},
          {"id": 2, "name": "baseball bat", "supercategory": "animal"},
          {"id": 3, "name": "animal"}
        ],
        "annotations": []
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let categories = read.dataset.categories
    var firsts: [String: Int] = [:]
    for (row, name) in categories.names.enumerated() {
      guard let first = firsts[Self.folded(name)] else {
        firsts[Self.folded(name)] = row
        continue
      }
      findings.report {
        let earlier = read.dataset.pointer(ofCategory: first)
        let message =
          "category '\(name)' has the name of \(earlier), '\(categories.names[first])'; "
          + "names must differ"
        return read.dataset.finding(
          Self.about,
          category: row,
          message,
          identity: Self.folded(name)
        )
      }
    }
  }

  private static func folded(_ name: String) -> String {
    let start = name.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace } ?? start.startIndex
    return start.isEmpty ? "" : start[...end].lowercased()
  }
}
