import Annotations
import Audits
import Findings
import Geometry
import Reports

/// What was drawn, one row a unit, for those who inspect it.
///
/// `weight` is how many units of its stratum each stands for; `defective` is theirs to fill.
struct SampleCSV {
  private let sample: DrawnSample
  private let dataset: Dataset

  init(_ sample: DrawnSample) {
    self.sample = sample
    dataset = sample.frame.dataset
  }

  var text: String {
    var table = CSVWriter(output: "")
    let own: [String]
    switch sample.frame.unit {
    case .objects:
      own = ["image", "annotation", "category", "x", "y", "width", "height", "annotator"]
    case .images: own = ["image", "width", "height", "annotations"]
    }
    table.header(
      own + ["stratum", "draw", "weight", "file", "line", "column", "pointer", "defective"]
    )
    for unit in sample.units {
      let stratum = sample.frame.strata[unit.stratum]
      let weight = Double(stratum.rows.count) / Double(sample.shares[unit.stratum])
      let place = self.place(unit.row)
      table.row(
        cells(unit.row) + [
          .text(sample.frame.name(of: stratum)), .integer(unit.draw), .number(weight),
          .text(place.file), .integer(place.line), .integer(place.column), .text(place.pointer),
          .empty,
        ]
      )
    }
    return table.output
  }

  private typealias Cell = CSVCell

  private func cells(_ row: Int) -> [Cell] {
    switch sample.frame.unit {
    case .images:
      let size = dataset.images.sizes[row]
      return [
        .text(dataset.images.fileNames[row]), .integer(size?.width), .integer(size?.height),
        .integer(dataset.annotations(ofImage: row).count),
      ]
    case .objects:
      let table = dataset.annotations
      let box = table.boxes[row]
      let annotator = table.annotators[row]
      return [
        .text(dataset.images.fileNames[Int(table.images[row])]),
        .text(dataset.text(of: table.ids[row])),
        .text(dataset.categories.names[Int(table.categories[row])]),
      ] + [box.x, box.y, box.width, box.height].map { $0.isFinite ? .number($0) : .empty }
        + [
          annotator == AnnotationTable.noAnnotator
            ? .empty : .text(dataset.annotators[Int(annotator)])
        ]
    }
  }

  private func place(_ row: Int) -> Place {
    switch sample.frame.unit {
    case .objects: dataset.place(ofAnnotation: row)
    case .images: dataset.place(ofImage: row)
    }
  }
}
