package import Findings
import Statistics
import Annotations

/// The time that each side spent on an object, where its file says so.
package struct SecondsPerObject: ComparisonMetric {
  package static let about = MetricAbout(
    id: "seconds-per-object",
    version: 1,
    outputs: [
      .init(
        id: "seconds-per-object",
        summary: "mean time spent on an object",
        unit: "s",
        formula: "Σ seconds / n; n = compared objects with a time"
      ),
      .init(
        id: "seconds-per-object-median",
        summary: "median time spent on an object",
        unit: "s",
        formula: "type 7 quantile; n = compared objects with a time"
      ),
    ],
    source: "annotation_time, lead_time, work_time_seconds, … of the file"
  )

  package struct State: Mergeable, Codable, Equatable {
    var a = PerImageRows<TimeRow>()
    var b = PerImageRows<TimeRow>()

    package mutating func merge(_ other: State) {
      a.merge(other.a)
      b.merge(other.b)
    }
  }

  /// The time of one object.
  struct TimeRow: Comparable, Codable, Sendable {
    var image: Int32
    var seconds: Double

    static func < (lhs: TimeRow, rhs: TimeRow) -> Bool {
      (lhs.image, lhs.seconds) < (rhs.image, rhs.seconds)
    }
  }

  private let context: ComparisonContext
  private let seconds: Sides<OptionalNumbers>
  private let hasTimes: Bool

  package init(_ context: ComparisonContext) {
    self.context = context
    seconds = Sides(
      a: context.pairing.a.annotations.seconds,
      b: context.pairing.b.annotations.seconds
    )
    hasTimes = [seconds.a, seconds.b].contains { $0.contains { $0 != nil } }
  }

  package func initial() -> State { State() }

  package func update(_ state: inout State, with images: ComparedImages) {
    // Most files give no times at all.
    guard hasTimes else { return }
    for image in images.indices {
      let position = Int32(images.index(of: image))
      func note(_ time: Double?, _ rows: inout PerImageRows<TimeRow>) {
        if let time { rows.append(TimeRow(image: position, seconds: time)) }
      }
      for pair in images.pairs(of: image) {
        note(seconds.a[images.pairs[pair].a], &state.a)
        note(seconds.b[images.pairs[pair].b], &state.b)
      }
      for object in images.unmatched(of: image, on: .a) {
        note(seconds.a[images.unmatched.a[object].row], &state.a)
      }
      for object in images.unmatched(of: image, on: .b) {
        note(seconds.b[images.unmatched.b[object].row], &state.b)
      }
    }
  }

  package func figures(from state: State) -> Figures {
    var draft = FiguresDraft()
    for side in Side.allCases {
      let rows = (side == .a ? state.a : state.b).rows
      guard !rows.isEmpty else { continue }
      let slice = context.slice(of: side)
      let means = ImageMeans(rows, image: { $0.image }, columns: [{ $0.seconds }])
      draft.add(["seconds-per-object"], slice, means)
      let median = quantile(0.5, ofSorted: rows.map(\.seconds).sorted())
      draft.add([MetricRecord("seconds-per-object-median", slice, median, n: rows.count)])
    }
    return draft.figures
  }
}
