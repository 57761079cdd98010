/// Writes a table as CSV (RFC 4180): UTF-8, CRLF, quotes where they are needed.
package struct CSVWriter<Output: TextOutputStream> {
  package var output: Output

  package init(output: Output) { self.output = output }

  package mutating func row(_ cells: [CSVCell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.write(",") }
      output.write(cell.text)
    }
    output.write("\r\n")
  }

  package mutating func header(_ names: [String]) { row(names.map(CSVCell.text)) }
}
