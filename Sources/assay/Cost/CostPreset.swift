/// A scenario that the program has, as the file that a user may take and change.
///
/// Each says where its numbers come from; none is better than what an audit measures.
struct CostPreset {
  let name: String
  let text: String

  static let all = [crowd, managed, benchmark]

  static let crowd = CostPreset(
    name: "crowd",
    text: """
      # Labels of anonymous crowd workers, reviewed and corrected by the buyer.
      version: 1
      name: crowd
      source: >-
        5 % wrong, and 30 to 60 % beyond the price: Digital Divide Data, "Image Labeling Services for
        Enterprises: The Hidden Cost of Quality Rework"
        (https://www.digitaldividedata.com/blog/enterprise-image-labeling-services), a vendor's own
        figures; quality control of 15 to 25 %: the definitions of this program (Documentation/Cost.md).
        Assumptions until an audit has measured yours.
      defect-rate: 0.05
      qa-share: [0.15, 0.25]

      """
  )

  static let managed = CostPreset(
    name: "managed",
    text: """
      # Labels of a trained team whose price includes quality control.
      version: 1
      name: managed
      source: >-
        2 to 3 times the crowd's price at 0.5 % wrong: the definitions of this program
        (Documentation/Cost.md). Assumptions until an offer and an audit say otherwise.
      price-multiple: [2, 3]
      defect-rate: 0.005
      qa-share: 0

      """
  )

  static let benchmark = CostPreset(
    name: "benchmark",
    text: """
      # Labels as good as those of well-known benchmarks.
      version: 1
      name: benchmark
      source: >-
        at least 3.3 % wrong, on average over the test sets of ten data sets: C. G. Northcutt, A. Athalye,
        J. Mueller, "Pervasive Label Errors in Test Sets Destabilize Machine Learning Benchmarks",
        NeurIPS Datasets and Benchmarks, 2021. Labels of whole items; boxes have more ways to be wrong.
      defect-rate: 0.033

      """
  )
}
