import Formats
import Statistics

/// The table of a sample as it came back from inspection.
struct InspectedSample {
  struct Stratum {
    var name: String
    var drawn: Int
    var counts: StratifiedSample.Stratum
  }

  /// In the order of their names.
  let strata: [Stratum]

  /// - Throws: `CommandFailure` where the file cannot be read or its weights do not fit one another.
  init(_ path: String) throws(CommandFailure) {
    let rows: [InspectionCSV.Row]
    do throws(FormatError) { rows = try InspectionCSV.read(path) } catch {
      throw CommandFailure(error.description)
    }
    guard !rows.isEmpty else { throw CommandFailure("\(path): holds no unit of a sample") }
    var strata: [Stratum] = []
    for (name, rows) in Dictionary(grouping: rows, by: \.stratum).sorted(by: { $0.key < $1.key }) {
      guard let weight = rows.first?.weight, rows.allSatisfy({ $0.weight == weight }) else {
        throw CommandFailure("\(path): the weights of the stratum '\(name)' are not all the same")
      }
      let units = (weight * Double(rows.count)).rounded()
      guard abs(weight * Double(rows.count) - units) < 1e-3, units < 1e12 else {
        throw CommandFailure(
          "\(path): \(rows.count) units of the stratum '\(name)' with the weight \(weight) make no "
            + "whole stratum; were lines taken out?"
        )
      }
      let verdicts = rows.compactMap(\.isDefective)
      let counts = StratifiedSample.Stratum(
        units: Int(units),
        inspected: verdicts.count,
        defects: verdicts.count { $0 }
      )
      strata.append(Stratum(name: name, drawn: rows.count, counts: counts))
    }
    self.strata = strata
  }

  /// What it shows, of each stratum and of all.
  func results(confidence: Double) -> PlanReport.Results {
    let sample = StratifiedSample(strata.map(\.counts))
    return PlanReport.Results(
      units: sample.units,
      drawn: strata.reduce(0) { $0 + $1.drawn },
      inspected: sample.inspected,
      defects: sample.defects,
      rate: sample.rate.value,
      limit: sample.limit(confidence: confidence).value,
      strata: strata.map { stratum in
        let counts = stratum.counts
        let defective = DefectLimit.inLot(
          counts.units,
          defects: counts.defects,
          inspected: counts.inspected,
          confidence: confidence
        )
        return PlanReport.Results.Stratum(
          name: stratum.name,
          units: counts.units,
          drawn: stratum.drawn,
          inspected: counts.inspected,
          defects: counts.defects,
          shownRate: Double(defective) / Double(counts.units)
        )
      }
    )
  }
}
