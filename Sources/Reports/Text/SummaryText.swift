package import Findings
package struct SummaryText {
  let isColoured: Bool
  let files: [String]
  package init(isColoured: Bool, files: [String]) {
    self.isColoured = isColoured; self.files = files
  }
  package func text(of report: AuditReport) -> String { "" }
}
