import ArgumentParser
import Audits
import Findings
import Geometry

struct ToleranceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tolerance",
    abstract: "Turns pixels into IoU and back: what does a promise leave the annotator?",
    discussion: """
      Without a data set, a calculator: --box with --pixels or --margin gives the IoU, without them the \
      pixels that each tier leaves. With DATASET, the share of its objects for which a tier is below one \
      pixel, by size and category.

      Examples:
        assay tolerance --box 600x400 --pixels 15
        assay tolerance --box 30x60
        assay tolerance Fixtures/street/gold.json --output tolerance
      """
  )

  @Argument(help: "A data set in any format that can be read.")
  var dataset: String?

  @Option(
    help: ArgumentHelp(
      "A box in pixels; may be given more than once. By default squares from 8 to 512 px.",
      valueName: "width x height"
    )
  )
  var box: [BoxSize] = []

  @Option(
    help: ArgumentHelp(
      "How far every edge is off, in pixels; may be given more than once.",
      valueName: "pixels"
    )
  )
  var pixels: [Double] = []

  @Option(
    help: ArgumentHelp(
      "The same as a share of the side: 0.15 is 15 % on each side.",
      valueName: "share"
    )
  )
  var margin: [Double] = []

  @Option(
    help: ArgumentHelp(
      """
      An IoU that is promised; may be given more than once. By default loose 0.5, standard 0.65, \
      tight 0.75 and pixel 0.9.
      """,
      valueName: "iou"
    )
  )
  var iou: [Double] = []

  @OptionGroup(title: "Gate")
  var gate: GateOptions

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Run")
  var run: RunOptions

  func validate() throws {
    guard iou.allSatisfy({ $0 > 0 && $0 <= 1 }) else {
      throw ValidationError("--iou must be above 0, at most 1")
    }
    guard Set(iou).count == iou.count else { throw ValidationError("an --iou is given twice") }
    guard (pixels + margin).allSatisfy({ $0 >= 0 && $0 <= 1e6 }) else {
      throw ValidationError("--pixels and --margin must be numbers from 0 to 1000000")
    }
    guard dataset == nil || (box.isEmpty && pixels.isEmpty && margin.isEmpty) else {
      throw ValidationError("--box, --pixels and --margin go without a data set")
    }
    guard iou.isEmpty || (pixels.isEmpty && margin.isEmpty) else {
      throw ValidationError("--iou asks for pixels; --pixels and --margin ask for an IoU")
    }
    guard dataset != nil || (gate.policy == nil && !output.isGiven) else {
      throw ValidationError("--policy and outputs other than the table go with a data set")
    }
  }

  func run() async throws {
    let tiers = iou.isEmpty ? PrecisionTier.all : iou.sorted().map(PrecisionTier.of)
    guard let dataset else {
      let calculator = ToleranceCalculator(boxes: box, tiers: tiers)
      let asked =
        pixels.map(ToleranceCalculator.Distance.pixels)
        + margin.map(ToleranceCalculator.Distance.margin)
      Terminal.standardOutput.write(asked.isEmpty ? calculator.pixels : calculator.ious(asked))
      return
    }
    let policy = try gate.readPolicy()
    let input = try DetectedInput(dataset, role: "dataset", quiet: run.quiet)
    let read = try await DetectedInput.read([input], threads: run.threads)
    try ReportEnding(
      gate: gate,
      output: output,
      ledger: nil,
      series: "",
      terminal: run.terminal
    ).conclude(ToleranceRun(tiers: tiers).report(on: read[0]), policy: policy)
  }
}

/// `600x400`: the sides of a box in pixels.
struct BoxSize: ExpressibleByArgument, CustomStringConvertible {
  let tolerance: BoxTolerance

  init?(argument: String) {
    let sides = argument.split { "x×X".contains($0) }.map { Double($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      let tolerance = BoxTolerance(width: width, height: height)
    else { return nil }
    self.tolerance = tolerance
  }

  init(_ tolerance: BoxTolerance) { self.tolerance = tolerance }

  var description: String {
    func side(_ length: Double) -> String { Int(exactly: length).map(String.init) ?? "\(length)" }
    return "\(side(tolerance.width))×\(side(tolerance.height))"
  }
}
