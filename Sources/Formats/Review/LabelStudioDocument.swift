import FoundationEssentials

/// Tasks of Label Studio with boxes that were predicted, to be imported into a project.
///
/// Source: Label Studio documentation, "Import pre-annotated data": values are percents of the image.
package struct LabelStudioDocument: Encodable, Sendable {
  private let tasks: [Task]

  package init(tasks: [Task]) { self.tasks = tasks }

  package struct Task: Encodable, Sendable {
    private let data: Content
    private let predictions: [Prediction]

    package init(image: String, reasons: [String], boxes: [Box]) {
      data = Content(image: image, reasons: reasons)
      predictions = [Prediction(result: boxes)]
    }

    private struct Content: Encodable, Sendable {
      var image: String
      var reasons: [String]
    }

    private struct Prediction: Encodable, Sendable {
      let model_version = "assay"
      var result: [Box]
    }
  }

  package struct Box: Encodable, Sendable {
    private let id: String
    private let type = "rectanglelabels"
    private let from_name = "label"
    private let to_name = "image"
    private let original_width: Int
    private let original_height: Int
    private let value: Value

    private struct Value: Encodable, Sendable {
      var x: Double
      var y: Double
      var width: Double
      var height: Double
      var rotation = 0
      var rectanglelabels: [String]
    }

    /// A box `[x, y, width, height]` in pixels, in an image of so many pixels, each above 0.
    package init(id: String, label: String, box: [Double], width: Int, height: Int) {
      precondition(width > 0 && height > 0, "an image has an extent")
      self.id = id
      original_width = width
      original_height = height
      value = Value(
        x: 100 * box[0] / Double(width),
        y: 100 * box[1] / Double(height),
        width: 100 * box[2] / Double(width),
        height: 100 * box[3] / Double(height),
        rectanglelabels: [label]
      )
    }

    private enum CodingKeys: String, CodingKey {
      case id, type, from_name, to_name, original_width, original_height, value
    }
  }

  /// The text of the file: a list of tasks, keys sorted.
  ///
  /// - Precondition: All numbers are finite.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(tasks) else {
      preconditionFailure("numbers of a task are finite")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
