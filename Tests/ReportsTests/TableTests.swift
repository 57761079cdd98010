import Findings
import Foundation
import Reports
import TestSupport
import Testing

@Suite("CSV tables")
struct TableTests {
  /// Every table, by file name.
  private func tables(of report: AuditReport, changedFrom before: AuditReport) -> [String: String] {
    var tables: [String: String] = [:]
    for renderer in RendererCatalog.all where renderer.fileName.hasSuffix(".csv") {
      tables[renderer.fileName] = renderer.init().text(of: report)
    }
    let difference = ReportDifference(from: before, to: report)
    for table in DifferenceCSV().tables(of: difference) { tables[table.fileName] = table.text }
    return tables
  }

  /// The tables as Python's csv reads them.
  private func read(_ tables: [String: String]) throws -> [String: [[String]]] {
    let folder = try TemporaryFolder()
    for (name, text) in tables { try folder.write(name, text) }
    let result = try ProjectScript.run("check-tables", [folder.path])
    #expect(result.status == 0)
    return try JSONDecoder().decode([String: [[String]]].self, from: result.output)
  }

  private static let hostile = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1", "''-2", "'quoted'", "a,b", "a\"b\"",
    "\"", "a\r\nb", " =1", "", "ümlaut 🐈", "\u{202e}x", "a;=1", "\u{0}",
  ]

  private func report(_ texts: [String]) -> AuditReport {
    var report = SampleReport.comparison()
    report.findings.items = texts.map { text in
      Finding(
        rule: "degenerate-box",
        severity: .error,
        image: text,
        annotation: text,
        category: text,
        box: [-5.5, 0, 1e300, 0.1],
        place: Place(file: text, line: 1, column: 0, pointer: text),
        message: text,
        hint: text
      )
    }
    report.confusion = .init(cells: texts.map { .init(a: $0, b: nil, count: 1) })
    report.metrics = texts.map {
      MetricRecord(
        id: "dice",
        slice: SliceLabel([.category: $0, .annotator: $0]),
        outcome: .undefined($0)
      )
    }
    let clause = report.gate?.clauses[0]
    report.gate?.clauses = texts.compactMap { text in
      var clause = clause
      clause?.slice = SliceLabel([.category: text])
      clause?.reason = text
      return clause
    }
    return report
  }

  @Test("read back in Python as they were written: no formula, no broken row, no lost text")
  func readBack() throws {
    let report = report(Self.hostile)
    let read = try read(tables(of: report, changedFrom: SampleReport.comparison()))
    let findings = try #require(read["findings.csv"])
    #expect(findings.count == Self.hostile.count + 1)
    let start = "=+-@\t\r\n"
    for (row, text) in zip(findings.dropFirst(), Self.hostile) {
      for column in [2, 3, 4, 9, 12, 13, 14] {
        let cell = row[column]
        #expect(!start.unicodeScalars.contains { $0 == cell.unicodeScalars.first }, "\(cell)")
        // The way back, as Documentation/Reports.md gives it.
        let first = cell.unicodeScalars.first { $0 != "'" }
        let isMarked = first.map { start.unicodeScalars.contains($0) } ?? false
        #expect((isMarked ? String(cell.unicodeScalars.dropFirst()) : cell) == text)
      }
      #expect(row[5...8] == ["-5.5", "0", "1e+300", "0.1"])
    }
    #expect(read["confusion.csv"]?.count == Self.hostile.count + 1)
    #expect(read["metrics.csv"]?.count == Self.hostile.count + 1)
    #expect(read["changed-findings.csv"]?.count == Self.hostile.count + 2)
  }

  @Test(
    "have no formula in any column of texts, and give each text back",
    arguments: [
      ("annotators.csv", "annotator"), ("annotators.csv", "category"),
      ("annotators.csv", "undefined"),
      ("clauses.csv", "category"), ("clauses.csv", "reason"), ("images.csv", "image"),
      ("metrics.csv", "category"), ("confusion.csv", "a"), ("inputs.csv", "name"),
    ]
  )
  func texts(file: String, column: String) throws {
    var report = report(Self.hostile)
    report.inputs = Self.hostile.map { text in
      var input = SampleReport.comparison().inputs[0]
      (input.role, input.name) = ("other", text)
      return input
    }
    let rows = try #require(try read(tables(of: report, changedFrom: report))[file])
    let place = try #require(rows[0].firstIndex(of: column))
    let cells = rows.dropFirst().map { $0[place] }
    let start = Set("=+-@\t\r\n".unicodeScalars)
    #expect(cells.allSatisfy { $0.unicodeScalars.first.map { !start.contains($0) } ?? true })
    let texts = cells.map { cell in
      let first = cell.unicodeScalars.first { $0 != "'" }
      return first.map(start.contains) ?? false ? String(cell.unicodeScalars.dropFirst()) : cell
    }
    #expect(texts.sorted() == Self.hostile.sorted())
  }

  @Test("sort images by their errors, then warnings, then notes, then names")
  func images() throws {
    func finding(_ image: String, _ severity: Severity, _ rule: String) -> Finding {
      Finding(rule: rule, severity: severity, image: image, message: "")
    }
    var report = SampleReport.nothing()
    report.findings.total = 7
    report.findings.items = [
      finding("b", .info, "r"), finding("a", .info, "r"), finding("c", .warning, "s"),
      finding("d", .error, "t"), finding("d", .error, "t"), finding("e", .error, "t"),
      finding("e", .warning, "s"),
    ]
    #expect(
      ImagesCSV().text(of: report).components(separatedBy: "\r\n") == [
        "image,errors,warnings,infos,rules,complete", "d,2,0,0,t,yes", "e,1,1,0,s t,yes",
        "c,0,1,0,s,yes", "a,0,0,1,r,yes", "b,0,0,1,r,yes", "",
      ]
    )
    report.findings.total = 8
    #expect(ImagesCSV().text(of: report).contains("d,2,0,0,t,no"))
  }

  @Test("count a rule exactly and say how many of its findings are listed")
  func rules() {
    let lines = RulesCSV().text(of: SampleReport.comparison()).components(separatedBy: "\r\n")
    #expect(lines[1].hasPrefix("degenerate-box,error,1234,1,"))
    #expect(lines[2] == "unused-category,info,0,0,nothing")
  }

  @Test("have the columns that the documentation lists, in its order")
  func documented() throws {
    let columns = try DocumentedTables.columns(in: "Reports.md")
    let report = SampleReport.comparison()
    let read = try read(tables(of: report, changedFrom: report))
    #expect(Set(columns.keys) == Set(read.keys))
    for (name, rows) in read { #expect(columns[name] == rows.first, "\(name)") }
  }
}
