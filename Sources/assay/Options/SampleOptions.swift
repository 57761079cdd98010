import ArgumentParser
import Audits
import Statistics

extension SampleFrame.Unit: ExpressibleByArgument {}
extension SampleAllocation: ExpressibleByArgument {}

/// How a sample is drawn, and where it is written to.
struct SampleOptions: ParsableArguments {
  @Option(
    help: """
      What is looked at as one, sound or defective: objects, or images with all that is in them.
      """
  )
  var unit: SampleFrame.Unit = .objects

  @Option(
    help: ArgumentHelp(
      """
      Draw from each part by itself: one or more of annotator, category, scene, size, split and tier \
      (the IoU that --policy promises), separated by commas.
      """,
      valueName: "keys"
    )
  )
  var stratify: String?

  @Option(
    help: ArgumentHelp(
      "The policy whose clauses on iou-share say which tier an object is in.",
      valueName: "assay.yml"
    ),
    completion: .file()
  )
  var policy: String?

  @Option(
    help: """
      How the sample is shared out among the parts: proportional to their sizes, or equal, which tells \
      more of small parts and needs weights for the whole.
      """
  )
  var allocation: SampleAllocation = .proportional

  @Flag(help: "Plan for each part by itself, so that each can be judged alone.")
  var eachStratum = false

  @Option(help: "Draw so many in all, in place of what the plan says.")
  var sampleSize: Int?

  @Option(
    help: ArgumentHelp(
      "Write what was drawn as a COCO file; '-' for standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var sample: String?

  @Option(
    help: ArgumentHelp(
      """
      Write a table of what was drawn, with places, weights and an empty column for the verdict; '-' \
      for standard output.
      """,
      valueName: "file"
    ),
    completion: .file()
  )
  var sampleCSV: String?

  @Option(
    help: "Seed of the draw: the same seed draws the same units, more of them where more are asked."
  )
  var seed: UInt64 = 0

  func validate() throws {
    _ = try keys()
    guard sampleSize ?? 1 >= 1 else { throw ValidationError("--sample-size must be at least 1") }
    guard sampleSize == nil || !eachStratum else {
      throw ValidationError("--sample-size and --each-stratum exclude each other")
    }
    guard sample != "-" || sampleCSV != "-" else {
      throw ValidationError("only one of --sample and --sample-csv can go to standard output")
    }
  }

  /// Whether any option needs a data set.
  var needsDataset: Bool {
    stratify != nil || sample != nil || sampleCSV != nil || sampleSize != nil || eachStratum
  }

  func keys() throws -> [StratumKey] {
    var keys: [StratumKey] = []
    for name in (stratify ?? "").split(separator: ",", omittingEmptySubsequences: stratify == nil) {
      guard let key = StratumKey(rawValue: String(name)) else {
        let known = Set(StratumKey.allCases.map(\.rawValue))
        let hint = Spelling.nearest(to: String(name), among: known)
        throw ValidationError(
          "--stratify: unknown key '\(name)'"
            + (hint.map { "; did you mean '\($0)'?" }
              ?? "; known are \(known.sorted().joined(separator: ", "))")
        )
      }
      guard !keys.contains(key) else { throw ValidationError("--stratify names '\(name)' twice") }
      guard unit == .objects || key.isOfImages else {
        throw ValidationError("--stratify \(name) tells objects apart, not images")
      }
      keys.append(key)
    }
    guard keys.contains(.tier) == (policy != nil) else {
      throw ValidationError("--stratify tier and --policy go together: the policy names the tiers")
    }
    return keys
  }
}
