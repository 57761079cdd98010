extension AnnotationTable {
  /// By row: a key that ascends in the order in which the annotations were made, as far as a file tells.
  ///
  /// That is the order of the ids where all are numbers, so that it survives a shuffled file; else the order
  /// of the records.
  package var sequence: [Int64] {
    let numbers = ids.compactMap { if case .number(let number) = $0 { number } else { nil } }
    return numbers.count == ids.count
      ? numbers : places.map { Int64($0.file) << 32 | Int64($0.index) }
  }
}
