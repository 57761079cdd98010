package import Findings

/// One way of showing a report; a file each, listed in `RendererCatalog`.
package protocol Renderer: Sendable {
  /// The file that `--output` writes: `metrics.csv`.
  static var fileName: String { get }
  init()
  func render(_ report: AuditReport, into output: inout some TextOutputStream)
}

/// Every renderer of `--output`; a new one is a file and a line here.
package enum RendererCatalog {
  package static let all: [any Renderer.Type] = [
    HTMLReport.self,
    JSONReport.self,
    MetricsCSV.self,
    FindingsCSV.self,
    ConfusionCSV.self,
    AnnotatorsCSV.self,
    ImagesCSV.self,
    RulesCSV.self,
    ClausesCSV.self,
    CostCSV.self,
    InputsCSV.self,
  ]
}

extension Renderer {
  package func text(of report: AuditReport) -> String {
    var text = ""
    render(report, into: &text)
    return text
  }
}
