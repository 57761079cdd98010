package import Findings
package struct HTMLReport: Renderer {
  package static let fileName = "report.html"
  package init() {}
  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {}
}
