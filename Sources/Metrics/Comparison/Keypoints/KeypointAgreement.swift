import Annotations
import Geometry
package import Findings
import Statistics

/// How far apart two annotators put each keypoint of an object, and whether they see it alike.
package struct KeypointAgreement: ComparisonMetric {
  package static let about = MetricAbout(
    id: "keypoint-agreement",
    version: 2,
    outputs: [
      .init(
        id: "keypoint-error",
        summary: "mean distance of the two annotators' keypoint, by the size of the object",
        unit: "share of √area",
        formula: """
          mean of distance ÷ ⁴√(area_A · area_B) over matched pairs of the same category where both \
          label it, but for objects without area; n = such keypoints
          """
      ),
      .init(
        id: "keypoint-visibility-agreement",
        summary: "share of keypoints that both call visible, hidden or not labelled",
        unit: "share",
        formula: "count(v_A = v_B) / n; n = keypoints of matched pairs that either labels"
      ),
      .init(
        id: "keypoint-labelled-by-one",
        summary: "share of keypoints that only one of the two labels",
        unit: "share",
        formula: "count(exactly one labels) / n; n = keypoints of matched pairs that either labels"
      ),
    ],
    source: "DEFINITIONS §1; M. R. Ronchi, P. Perona, 2017"
  )

  package struct State: Mergeable, Codable, Equatable {
    var points = PerImageRows<PointRow>()

    package mutating func merge(_ other: State) { points.merge(other.points) }
  }

  /// A keypoint of a matched pair that at least one side labels.
  struct PointRow: Comparable, Codable, Sendable {
    var image: Int32
    var name: String
    var isLabelledByBoth: Bool
    /// `nil` where only one side labels it, or an object has no area.
    var error: Double?
    var seesAlike: Bool

    static func < (lhs: PointRow, rhs: PointRow) -> Bool {
      if lhs.image != rhs.image { return lhs.image < rhs.image }
      if lhs.name != rhs.name { return lhs.name < rhs.name }
      let (left, right) = (lhs.error ?? -1, rhs.error ?? -1)
      if left != right { return left < right }
      if lhs.seesAlike != rhs.seesAlike { return rhs.seesAlike }
      return !lhs.isLabelledByBoth && rhs.isLabelledByBoth
    }
  }

  private let context: ComparisonContext

  package init(_ context: ComparisonContext) { self.context = context }

  package func initial() -> State { State() }

  package func update(_ state: inout State, with images: ComparedImages) {
    let (a, b) = (context.pairing.a, context.pairing.b)
    guard a.keypoints.count > 0, b.keypoints.count > 0 else { return }
    var known: [KeypointLists: PairedKeypoints] = [:]
    for pair in images.pairs where pair.agrees {
      let points = Sides(
        a: a.keypoints(ofAnnotation: pair.a),
        b: b.keypoints(ofAnnotation: pair.b)
      )
      guard points.a.count == points.b.count, !points.a.isEmpty else { continue }
      let areas = Sides(a: area(of: pair.a, in: a), b: area(of: pair.b, in: b))
      let scale = (areas.a * areas.b).squareRoot().squareRoot()
      let paired = paired(pair, count: points.a.count, &known)
      for (own, (name, place)) in zip(points.a, zip(paired.names, paired.places)) {
        let other = points.b[place]
        let labels = [own, other].count { $0.visibility != .unlabelled }
        guard labels > 0 else { continue }
        let (dx, dy) = (own.x - other.x, own.y - other.y)
        state.points.append(
          PointRow(
            image: pair.image,
            name: name,
            isLabelledByBoth: labels == 2,
            error: labels == 2 && scale > 0 ? (dx * dx + dy * dy).squareRoot() / scale : nil,
            seesAlike: own.visibility == other.visibility
          )
        )
      }
    }
  }

  /// Of all keypoints, then of each by name; no record where a side has no keypoints.
  package func figures(from state: State) -> Figures {
    let rows = state.points.rows
    guard !rows.isEmpty else { return Figures([]) }
    let byName = Dictionary(grouping: rows, by: \.name).sorted { $0.key < $1.key }
    let groups =
      [(context.part, rows)]
      + byName.map { (context.part.with(.keypoint, $0.key), $0.value) }
    var draft = FiguresDraft()
    for (slice, rows) in groups {
      let measured = ImageMeans(
        rows.filter { $0.error != nil },
        image: { $0.image },
        columns: [{ $0.error ?? 0 }]
      )
      let seen = ImageMeans(
        rows,
        image: { $0.image },
        columns: [{ $0.seesAlike ? 1 : 0 }, { $0.isLabelledByBoth ? 0 : 1 }]
      )
      let reason = UndefinedReason("no keypoint of an object with area is labelled by both")
      draft.add(["keypoint-error"], slice, measured, undefined: reason)
      draft.add(["keypoint-visibility-agreement", "keypoint-labelled-by-one"], slice, seen)
    }
    return draft.figures
  }

  private func area(of row: Int, in dataset: Dataset) -> Double {
    dataset.annotations.statedAreas[row] ?? dataset.annotations.boxes[row].area
  }

  /// Where the names of a pair's keypoints stand, and how many there are.
  private struct KeypointLists: Hashable {
    /// Rows of the category tables.
    var a: Int32
    var b: Int32
    var count: Int
  }

  private func paired(
    _ pair: ObjectPair,
    count: Int,
    _ known: inout [KeypointLists: PairedKeypoints]
  ) -> PairedKeypoints {
    let (a, b) = (context.pairing.a, context.pairing.b)
    let lists = KeypointLists(
      a: a.annotations.categories[pair.a],
      b: b.annotations.categories[pair.b],
      count: count
    )
    if let paired = known[lists] { return paired }
    let paired = PairedKeypoints(
      Self.names(ofCategory: lists.a, in: a),
      Self.names(ofCategory: lists.b, in: b),
      count: count
    )
    known[lists] = paired
    return paired
  }

  /// Empty where the category gives none.
  private static func names(ofCategory row: Int32, in dataset: Dataset) -> [String] {
    row < 0 ? [] : dataset.categories.keypointNames[Int(row)].map { dataset.strings[$0] }
  }
}
