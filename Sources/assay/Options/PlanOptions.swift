import ArgumentParser

/// What a sample is to show, and with what certainty.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The share of defective units that a sample is to show is not exceeded, like 0.005 or 0.5%.
      """,
      valueName: "rate"
    )
  )
  var prove: Rate?

  @Option(help: "With --prove: how many defects the sample may have.")
  var accept: Int = 0

  @Option(help: "The probability with which what is shown holds.")
  var confidence: Rate = Rate(0.95)

  @Option(
    help: ArgumentHelp(
      "Acceptable quality level: a delivery with this defect rate is to pass.",
      valueName: "rate"
    )
  )
  var aql: Rate?

  @Option(
    help: ArgumentHelp(
      "Limiting quality level: a delivery with this defect rate is to be rejected.",
      valueName: "rate"
    )
  )
  var ltpd: Rate?

  @Option(help: "With --aql: how often a delivery at the acceptable level may be rejected.")
  var producerRisk: Rate = Rate(0.05)

  @Option(help: "With --ltpd: how often a delivery at the limiting level may pass.")
  var consumerRisk: Rate = Rate(0.10)

  @Option(
    help: ArgumentHelp(
      """
      Units of the delivery, so that probabilities are those of draws from so many; those of DATASET \
      where it is given.
      """,
      valueName: "units"
    )
  )
  var lot: Int?

  @Option(help: ArgumentHelp("Units that were inspected: what do they show?", valueName: "units"))
  var inspected: Int?

  @Option(help: "With --inspected: how many of them were defective.")
  var defects: Int = 0

  @Option(
    help: ArgumentHelp(
      """
      The table that --sample-csv wrote, its column 'defective' filled with yes and no: what does the \
      inspected sample show, of each part and of all?
      """,
      valueName: "sample.csv"
    )
  )
  var results: String?

  func validate() throws {
    guard results == nil || (inspected == nil && lot == nil) else {
      throw ValidationError(
        "--results has its own counts; --inspected and --lot have no place beside it"
      )
    }
    guard (aql == nil) == (ltpd == nil) else {
      throw ValidationError("--aql and --ltpd go together")
    }
    if let aql, let ltpd {
      guard prove == nil else { throw ValidationError("--prove and --aql are two different plans") }
      guard aql.value < ltpd.value, ltpd.value < 1 else {
        throw ValidationError("--aql must be below --ltpd, and --ltpd below 1")
      }
    }
    for (name, rate) in [
      ("--confidence", confidence), ("--producer-risk", producerRisk),
      ("--consumer-risk", consumerRisk),
    ] where rate.value <= 0 || rate.value >= 1 {
      throw ValidationError("\(name) must be above 0 and below 1")
    }
    if let prove, prove.value <= 0 || prove.value >= 1 {
      throw ValidationError("--prove must be above 0 and below 1")
    }
    guard 0...10_000 ~= accept else { throw ValidationError("--accept must be 0 to 10000") }
    guard 1...1_000_000_000 ~= lot ?? 1 else {
      throw ValidationError("--lot must be 1 to 1000000000")
    }
    guard 0...1_000_000_000 ~= inspected ?? 0, 0...(inspected ?? .max) ~= defects else {
      throw ValidationError("--inspected must be at least 0, --defects 0 to --inspected")
    }
    guard inspected != nil || defects == 0 else {
      throw ValidationError("--defects needs --inspected")
    }
    guard inspected ?? 0 <= lot ?? .max else {
      throw ValidationError("--inspected must be at most --lot")
    }
  }
}
