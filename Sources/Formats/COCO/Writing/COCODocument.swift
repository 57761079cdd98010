import FoundationEssentials

/// A COCO file to be written: images, categories and annotations with ids of their own.
///
/// Keys are sorted and numbers have the shortest form that reads back the same, so equal documents have
/// equal bytes.
package struct COCODocument: Encodable, Sendable {
  package var images: [Image] = []
  package var categories: [Category] = []
  package var annotations: [Annotation] = []

  package init() {}

  package struct Image: Encodable, Sendable {
    package var id: Int
    package var file_name: String
    package var width: Int?
    package var height: Int?

    package init(id: Int, fileName: String, width: Int?, height: Int?) {
      self.id = id
      file_name = fileName
      self.width = width
      self.height = height
    }
  }

  package struct Category: Encodable, Sendable {
    package var id: Int
    package var name: String

    package init(id: Int, name: String) {
      self.id = id
      self.name = name
    }
  }

  package struct Annotation: Encodable, Sendable {
    package var id: Int
    package var image_id: Int
    package var category_id: Int
    /// `[x, y, width, height]` in pixels.
    package var bbox: [Double]
    package var area: Double
    package var iscrowd = 0
    /// Rings `x0, y0, x1, y1, …`.
    package var segmentation: [[Double]]?
    package var attributes: [String: Value]

    package init(
      id: Int,
      image: Int,
      category: Int,
      bbox: [Double],
      area: Double,
      segmentation: [[Double]]? = nil,
      attributes: [String: Value] = [:]
    ) {
      self.id = id
      image_id = image
      category_id = category
      self.bbox = bbox
      self.area = area
      self.segmentation = segmentation
      self.attributes = attributes
    }
  }

  /// A value of an attribute.
  package enum Value: Encodable, Sendable {
    case number(Double)
    case text(String)

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  /// The text of the file.
  ///
  /// - Precondition: All numbers are finite, which readers guarantee.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("numbers of a COCO document are finite")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
