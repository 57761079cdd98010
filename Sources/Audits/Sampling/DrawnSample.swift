package import Annotations
import Findings
import Statistics

/// Units drawn from the strata of a frame, without replacement.
package struct DrawnSample: Sendable {
  /// One unit of the sample.
  package struct Unit: Sendable {
    /// Row of the frame's image or annotation table.
    package let row: Int
    /// Position in the frame's strata.
    package let stratum: Int
    /// Counted from 1: the how manieth of its stratum it was.
    package let draw: Int
  }

  package let frame: SampleFrame
  /// Units drawn of each stratum.
  package let shares: [Int]
  /// In the order of the data set.
  package let units: [Unit]

  /// Draws `shares` units of each stratum, at most as many as it has.
  ///
  /// A larger sample of the same seed holds the smaller one, stratum by stratum, with the same draws; a
  /// stratum is drawn alike whatever others there are.
  package init(_ frame: SampleFrame, shares: [Int], seed: UInt64) {
    self.frame = frame
    self.shares = shares
    units = zip(frame.strata, shares).enumerated()
      .flatMap { position, pair -> [Unit] in
        let (stratum, share) = pair
        let stream = Fingerprint([frame.unit.rawValue, frame.name(of: stratum)]).value
        var generator = SeededGenerator(seed: seed, stream: stream)
        return generator.sample(share, of: stratum.rows.count).enumerated().map { draw, index in
          Unit(row: stratum.rows[index], stratum: position, draw: draw + 1)
        }
      }
      .sorted { $0.row < $1.row }
  }

  /// What was drawn as a data set: the objects with their images, or the images with all their objects.
  package var dataset: Dataset {
    let dataset = frame.dataset
    let rows = units.map(\.row)
    switch frame.unit {
    case .objects:
      let images = Set(rows.map { Int(dataset.annotations.images[$0]) }).sorted()
      return dataset.selecting(images: images, annotations: rows)
    case .images:
      return dataset.selecting(
        images: rows,
        annotations: rows.flatMap { Array(dataset.annotations(ofImage: $0)) }
      )
    }
  }
}
