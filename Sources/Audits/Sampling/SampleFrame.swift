package import Annotations
import Findings
import Metrics

/// Everything that a sample can be drawn from, cut into strata.
package struct SampleFrame: Sendable {
  /// What is looked at as one, sound or defective.
  package enum Unit: String, CaseIterable, Sendable {
    case objects
    case images
  }

  /// Units that have the same value of every key.
  package struct Stratum: Sendable {
    /// One a key of the frame; `nil` where the data name none.
    package let values: [String?]
    /// Rows of the image or annotation table, in an order that does not depend on the file's.
    package let rows: [Int]
  }

  package let dataset: Dataset
  package let unit: Unit
  package let keys: [StratumKey]
  /// Sorted by their values, those without one first.
  package let strata: [Stratum]
  /// Annotations of no declared image or category, which a COCO file cannot hold.
  package let excluded: Int

  /// Cuts all units by `keys`; without `tiers`, none has a `tier`.
  package init(
    _ dataset: Dataset,
    unit: Unit,
    keys: [StratumKey],
    tiers: PrecisionTiers? = nil
  ) {
    precondition(unit == .objects || keys.allSatisfy(\.isOfImages), "images have these keys")
    self.dataset = dataset
    self.unit = unit
    self.keys = keys
    let table = dataset.annotations
    let objects = (0..<table.count).filter {
      table.images[$0] != AnnotationTable.noImage
        && table.categories[$0] != AnnotationTable.noCategory
    }
    excluded = table.count - objects.count
    let reader = StratumReader(dataset, tiers: tiers)
    var strata: [[String?]: [Int]] = [:]
    switch unit {
    case .objects:
      for row in SampleOrder(dataset).sorted(annotations: objects) {
        strata[keys.map { reader.value(of: $0, annotation: row) }, default: []].append(row)
      }
    case .images:
      for row in SampleOrder(dataset).images {
        strata[keys.map { reader.value(of: $0, image: row) }, default: []].append(row)
      }
    }
    self.strata = strata.map { Stratum(values: $0.key, rows: $0.value) }
      .sorted { Self.precedes($0.values, $1.values) }
  }

  /// Units of all strata.
  package var count: Int { strata.reduce(0) { $0 + $1.rows.count } }

  /// `annotator=a, tier=0.75`; `all` where there is one stratum of all.
  package func name(of stratum: Stratum) -> String {
    guard !keys.isEmpty else { return "all" }
    return zip(keys, stratum.values).map { "\($0.rawValue)=\($1 ?? "(none)")" }
      .joined(separator: ", ")
  }

  private static func precedes(_ a: [String?], _ b: [String?]) -> Bool {
    for (first, second) in zip(a, b) where first != second {
      guard let first else { return true }
      guard let second else { return false }
      return first < second
    }
    return false
  }
}
