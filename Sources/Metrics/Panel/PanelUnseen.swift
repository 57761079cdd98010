package import Findings
import Statistics

/// How many objects none of several annotators drew, by capture and recapture.
///
/// Not the estimate of two annotators (`UnseenObjects`), which counts on their independence.
package struct PanelUnseen: Sendable {
  package static let about = MetricAbout(
    id: "panel-unseen",
    version: 1,
    outputs: [
      .init(
        id: "unseen-chao",
        summary: """
          objects that nobody of three annotators or more drew, at least; true only as far as what one \
          alone drew is real, and too low where all overlook the same things
          """,
        unit: "objects",
        formula: """
          Σ over t of (t − 1)/t · f₁² / (2·f₂), f₁ and f₂ the objects that exactly one and two of the t ≥ 3 \
          who looked drew, whatever they called them, where f₂ ≥ 7; n = objects that one or more of these drew
          """
      )
    ],
    source: "A. Chao, 1987 and 2005"
  )

  /// Objects by how many could have drawn them.
  private struct Occasions {
    let annotators: Int
    var objects = 0
    /// Those that exactly two drew.
    var twice = 0
  }

  /// Objects of exactly two annotators below which too little is known.
  private static let minimumTwice = 7

  private let judged: [Occasions]
  /// Images with an object that is judged.
  private let support: Int
  /// Of each of `judged`, how often one and two drew an object, one after the other.
  private let counts: ImageCounts

  init(_ units: PanelUnits) {
    var occasions: [Int: Occasions] = [:]
    for unit in units.images.joined() {
      guard let (drawers, annotators) = Self.drawers(of: unit) else { continue }
      occasions[annotators, default: Occasions(annotators: annotators)].objects += 1
      if drawers == 2 { occasions[annotators]?.twice += 1 }
    }
    let judged = occasions.values.filter { $0.twice >= Self.minimumTwice }
      .sorted { $0.annotators < $1.annotators }
    self.judged = judged

    var entries: [ImageCounts.Entry] = []
    var support = 0
    for (image, units) in units.images.enumerated() {
      var hasObject = false
      for unit in units {
        guard let (drawers, annotators) = Self.drawers(of: unit),
          let position = judged.firstIndex(where: { $0.annotators == annotators })
        else { continue }
        hasObject = true
        guard drawers < 3 else { continue }
        let kind = Int32(2 * position + drawers - 1)
        entries.append(.init(kind: kind, image: Int32(image), count: 1))
      }
      if hasObject { support += 1 }
    }
    self.support = support
    counts = ImageCounts(entries, kinds: 2 * judged.count)
  }

  /// How many drew an object, and of how many who looked; `nil` where nobody did, or fewer than three looked.
  private static func drawers(of unit: [UnitValue]) -> (drawers: Int, annotators: Int)? {
    let annotators = unit.count { $0 != .unknown }
    let drawers = annotators - unit.count { $0 == .missing }
    return annotators > 2 && drawers > 0 ? (drawers, annotators) : nil
  }

  var figures: Figures {
    var draft = FiguresDraft()
    draft.add(
      "unseen-chao",
      .overall,
      n: judged.reduce(0) { $0 + $1.objects },
      support: support,
      values: values
    )
    return draft.figures
  }

  private func values(in resamples: Resamples) -> [Measured] {
    guard !judged.isEmpty else {
      let reason =
        "fewer than \(Self.minimumTwice) objects were drawn by exactly two of three or more"
      return Array(repeating: .undefined(UndefinedReason(reason)), count: resamples.count)
    }
    let totals = (0..<(2 * judged.count)).map { counts.total(of: $0, in: resamples) }
    return (0..<resamples.count).map { resample in
      .value(
        judged.enumerated().reduce(0) { sum, occasions in
          sum
            + chaoLowerBound(
              once: totals[2 * occasions.offset][resample],
              twice: totals[2 * occasions.offset + 1][resample],
              occasions: occasions.element.annotators
            )
        }
      )
    }
  }
}
