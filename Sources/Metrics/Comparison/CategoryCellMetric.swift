/// A metric that follows from how often each category met each other one.
protocol CategoryCellMetric: ComparisonMetric where State == CategoryCells {}

extension CategoryCellMetric {
  package func initial() -> CategoryCells { CategoryCells() }

  package func update(_ state: inout CategoryCells, with images: [ComparedImage]) {
    for image in images { state.add(image) }
  }
}
