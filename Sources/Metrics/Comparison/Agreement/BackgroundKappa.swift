package import Findings
import Statistics

/// Cohen's κ with the missing object as one more category.
///
/// An object that both missed is in no cell, so chance agreement is biased: one category on which two
/// annotators have an F1 of .795 gives a κ of −.20. For comparison with tools that print it.
package enum BackgroundKappa {
  package static let about = MetricAbout(
    id: "background-kappa",
    version: 1,
    outputs: [
      .init(
        id: "cohen-kappa-background",
        summary:
          "κ with missing objects as a category; biased, since what both missed is not counted",
        unit: "",
        formula: "κ over matched pairs, (c, ∅) and (∅, c); there is no (∅, ∅); n = n_A + n_B − m"
      )
    ],
    source: "J. Cohen, 1960"
  )

  package static func record(of comparison: Comparison) -> MetricRecord {
    let kappa = CohenKappa(
      comparison.meetings,
      declaredCategories: comparison.pairing.categories.count + 1
    )
    return MetricRecord("cohen-kappa-background", .overall, kappa.kappa, n: kappa.n)
  }
}
