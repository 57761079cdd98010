import ArgumentParser
import Audits

extension Assumption: ExpressibleByArgument {
  package init?(argument: String) { self.init(text: argument) }
}

/// The numbers of a cost estimate, each like 0.05, or 0.04..0.06 for a range whose middle counts.
struct CostFigureOptions: ParsableArguments {
  @Option(help: .of(.labels)) var labels: Assumption?
  @Option(help: .of(.frames)) var frames: Assumption?
  @Option(help: .of(.objectsPerFrame)) var objectsPerFrame: Assumption?
  @Option(help: .of(.price)) var price: Assumption?
  @Option(help: .of(.pricePerFrame)) var pricePerFrame: Assumption?
  @Option(help: .of(.priceMultiple)) var priceMultiple: Assumption?
  @Option(help: .of(.iouTier)) var iouTier: Assumption?
  @Option(help: .of(.tierSurcharge)) var tierSurcharge: Assumption?
  @Option(help: .of(.attributes)) var attributes: Assumption?
  @Option(help: .of(.attributeSurcharge)) var attributeSurcharge: Assumption?
  @Option(help: .of(.agreementSurcharge)) var agreementSurcharge: Assumption?
  @Option(help: .of(.qaShare)) var qaShare: Assumption?
  @Option(help: .of(.qaVolume)) var qaVolume: Assumption?
  @Option(help: .of(.reviewSeconds)) var reviewSeconds: Assumption?
  @Option(help: .of(.wage)) var wage: Assumption?
  @Option(help: .of(.defectRate)) var defectRate: Assumption?
  @Option(help: .of(.caughtShare)) var caughtShare: Assumption?
  @Option(help: .of(.reworkDefectRate)) var reworkDefectRate: Assumption?
  @Option(help: .of(.correctionPrice)) var correctionPrice: Assumption?
  @Option(help: .of(.rounds)) var rounds: Assumption?
  @Option(help: .of(.lotSample)) var lotSample: Assumption?
  @Option(help: .of(.lotAcceptance)) var lotAcceptance: Assumption?
  @Option(help: .of(.exposedShare)) var exposedShare: Assumption?
  @Option(help: .of(.escapeCost)) var escapeCost: Assumption?

  func validate() throws {
    for (parameter, assumption) in given {
      if let problem = parameter.problem(assumption) {
        throw ValidationError("--" + problem.unquoted)
      }
      if let rival = parameter.rivals.first(where: { rival in given.contains { $0.0 == rival } }) {
        throw ValidationError("--\(parameter.rawValue) and --\(rival.rawValue) exclude each other")
      }
    }
  }

  /// What was given, in the order of the parameters.
  var given: [(CostParameter, Assumption)] {
    CostParameter.allCases.compactMap { parameter in self[parameter].map { (parameter, $0) } }
  }

  /// A scenario with these numbers in place of its own.
  func applied(to scenario: CostScenario) -> CostScenario {
    given.reduce(into: scenario) { $0[$1.0] = $1.1 }
  }

  private subscript(parameter: CostParameter) -> Assumption? {
    switch parameter {
    case .labels: labels
    case .frames: frames
    case .objectsPerFrame: objectsPerFrame
    case .price: price
    case .pricePerFrame: pricePerFrame
    case .priceMultiple: priceMultiple
    case .iouTier: iouTier
    case .tierSurcharge: tierSurcharge
    case .attributes: attributes
    case .attributeSurcharge: attributeSurcharge
    case .agreementSurcharge: agreementSurcharge
    case .qaShare: qaShare
    case .qaVolume: qaVolume
    case .reviewSeconds: reviewSeconds
    case .wage: wage
    case .defectRate: defectRate
    case .caughtShare: caughtShare
    case .reworkDefectRate: reworkDefectRate
    case .correctionPrice: correctionPrice
    case .rounds: rounds
    case .lotSample: lotSample
    case .lotAcceptance: lotAcceptance
    case .exposedShare: exposedShare
    case .escapeCost: escapeCost
    }
  }
}

extension ArgumentHelp {
  /// What the parameter says of itself, as a sentence.
  fileprivate static func of(_ parameter: CostParameter) -> ArgumentHelp {
    let text = parameter.summary
    return ArgumentHelp(
      "\(text.prefix(1).uppercased())\(text.dropFirst()).",
      valueName: "number"
    )
  }
}

extension String {
  /// The text without the quotes around its first word, which is the name of an option.
  fileprivate var unquoted: String { split(separator: "'", maxSplits: 2).joined() }
}
