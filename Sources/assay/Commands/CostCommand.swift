import ArgumentParser
import Audits
import Findings

struct CostCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract: "Estimates what labels cost with checks, rework and errors that escape.",
    discussion: """
      Four categories: the price, quality control, rework and remediation. Numbers come from options, \
      from scenarios (YAML), or from both: an option counts for every scenario. Each may be a range like \
      0.15..0.25, whose middle counts and whose ends show in the sensitivities. Several scenarios stand \
      side by side; the others take volume and price from the first where they have none.

      Examples:
        assay cost --labels 200000 --defect-rate 0.05
        assay cost --labels 200000 --price 0.05 --scenario crowd managed --output cost
        assay cost --labels 50000 --defect-rate 0.05 --lot-sample 80 --lot-acceptance 5
        assay cost --report Fixtures/street/broken.json --price 0.05
      """,
    subcommands: [
      CostEstimateCommand.self, CostReworkCommand.self, CostRecurrenceCommand.self,
      CostPresetsCommand.self,
    ],
    defaultSubcommand: CostEstimateCommand.self
  )
}
