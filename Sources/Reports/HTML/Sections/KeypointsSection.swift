import Findings

/// How far the same keypoint of two annotators lies apart.
struct KeypointsSection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    let index = page.index
    let names = page.report.metrics
      .filter { $0.id == "keypoint-error" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[.keypoint] }
    guard !names.isEmpty else { return nil }
    let rows = names.map { name -> HTML in
      let slice: [SliceKey: String] = [.keypoint: name]
      return """
        <tr><th scope="row">\(name)</th>\(Cells.number(index("keypoint-error", slice)))\
        \(Cells.plain(index("keypoint-visibility-agreement", slice), asPercent: true))\
        \(Cells.plain(index("keypoint-labelled-by-one", slice), asPercent: true))</tr>
        """
    }
    let head = Cells.header([
      ("Keypoint", false), ("Error", true), ("Interval", true), ("n", true),
      ("Same visibility", true), ("Labelled by one", true),
    ])
    return PagePart(
      id: "keypoints",
      title: "Keypoints",
      body: """
        <p>The error is the distance of the two annotators' points as a share of √area of the object.</p>
        \(Cells.table("Error of each keypoint", head, rows))
        """
    )
  }
}
