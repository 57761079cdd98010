import Metrics
import Reports

/// The consensus label of every item as a table.
enum ConsensusCSV {
  static func text(of verdicts: [LabelConsensus.Verdict]) -> String {
    var table = CSVWriter(output: "")
    table.header(["item", "label", "certainty", "majority", "majority_share", "tied", "votes"])
    for verdict in verdicts {
      table.row([
        .text(verdict.item), .text(verdict.label), .number(verdict.certainty),
        .text(verdict.majority), .number(verdict.majorityShare),
        .text(verdict.isTied ? "yes" : "no"), .integer(verdict.votes),
      ])
    }
    return table.output
  }
}
