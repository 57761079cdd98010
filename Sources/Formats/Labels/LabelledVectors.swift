package import Annotations

/// Vectors with the category of each, in the order of a stream.
package struct LabelledVectors: Sendable {
  package let table: VectorTable
  /// One a row.
  package let labels: [String]
  /// One a row, or `nil` where none are named.
  package let domains: [String]?

  /// Reads vectors and, beside them, their categories.
  ///
  /// `vectors` is what `EmbeddingFile` reads, taken in its order. `labels` is a CSV with the column `label`
  /// and perhaps `domain`, or whole numbers in a NumPy file.
  ///
  /// - Throws: `FormatError` where a file cannot be read, or there is not one label a vector.
  package static func read(_ vectors: String, labels: String) throws(FormatError) -> LabelledVectors
  {
    let table = try EmbeddingFile.read(vectors).table
    let named = try LabelNames(labels)
    guard named.labels.count == table.count else {
      throw .unreadable(
        path: labels,
        reason: "has \(named.labels.count) labels for the \(table.count) vectors of '\(vectors)'"
      )
    }
    return LabelledVectors(table: table, labels: named.labels, domains: named.domains)
  }

  /// Reads a CSV with the column `label`, perhaps `domain`, and numbers in all others.
  ///
  /// - Throws: `FormatError` where the file cannot be read, lacks a column, or a line lacks a field or
  ///   has one that is no number.
  package static func read(_ path: String) throws(FormatError) -> LabelledVectors {
    guard !ArrayFile.Reference(path).isArray else {
      throw .unreadable(path: path, reason: "has vectors without labels; name a file of labels too")
    }
    return try CSVTable.read(path, as: LabelledVectors.init)
  }

  private init(table: VectorTable, labels: [String], domains: [String]?) {
    self.table = table
    self.labels = labels
    self.domains = domains
  }

  private init(_ rows: inout CSVTable) throws(CSVScanner.Problem) {
    let named = rows.names.map { $0.lowercased() }
    let columns = named.indices.filter { !["label", "domain"].contains(named[$0]) }
    guard let label = named.firstIndex(of: "label"), !columns.isEmpty else {
      throw CSVScanner.Problem(
        line: 1,
        column: 1,
        text: "the header must name the column label, and at least one column of numbers"
      )
    }
    let domain = named.firstIndex(of: "domain")
    var (labels, domains, values) = ([String](), [String](), [Double]())
    while let fields = try rows.next() {
      labels.append(fields[label])
      if let domain { domains.append(fields[domain]) }
      for column in columns { values.append(try rows.number(fields, column)) }
    }
    self.init(
      table: VectorTable(width: columns.count, values: values),
      labels: labels,
      domains: domain == nil ? nil : domains
    )
  }
}

/// Categories in the order of vectors.
private struct LabelNames {
  let labels: [String]
  let domains: [String]?

  init(_ text: String) throws(FormatError) {
    let reference = ArrayFile.Reference(text)
    guard reference.isArray else {
      self = try CSVTable.read(text, as: LabelNames.init)
      return
    }
    let array = try ArrayFile.read(reference, preferring: ["labels", "label", "y"]).array
    guard array.shape.count == 1, case .integers(let numbers) = array.values else {
      throw .unreadable(
        path: text,
        reason: "one whole number a vector was expected, the shape is \(array.shape)"
      )
    }
    labels = numbers.map(String.init)
    domains = nil
  }

  private init(_ rows: inout CSVTable) throws(CSVScanner.Problem) {
    let named = rows.names.map { $0.lowercased() }
    guard let label = named.firstIndex(of: "label") else {
      throw CSVScanner.Problem(line: 1, column: 1, text: "the header must name the column label")
    }
    let domain = named.firstIndex(of: "domain")
    var (labels, domains) = ([String](), [String]())
    while let fields = try rows.next() {
      labels.append(fields[label])
      if let domain { domains.append(fields[domain]) }
    }
    self.labels = labels
    self.domains = domain == nil ? nil : domains
  }
}
