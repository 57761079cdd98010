import Annotations
import Findings
import Geometry
import Metrics

/// Reads the stratum of objects and images from a data set.
struct StratumReader {
  private let dataset: Dataset
  private let tiers: PrecisionTiers?

  init(_ dataset: Dataset, tiers: PrecisionTiers?) {
    self.dataset = dataset
    self.tiers = tiers
  }

  func value(of key: StratumKey, annotation row: Int) -> String? {
    let table = dataset.annotations
    let image = Int(table.images[row])
    switch key {
    case .annotator: return annotator(ofAnnotation: row)
    case .category: return dataset.categories.names[Int(table.categories[row])]
    case .size: return ObjectSize.value(area: table.boxes[row].area)
    case .scene, .split: return value(of: key, image: image)
    case .tier: return iou(ofAnnotation: row).map { "\($0)" }
    }
  }

  func value(of key: StratumKey, image row: Int) -> String? {
    switch key {
    case .scene: return dataset.images.scenes[row].map { dataset.strings[$0] }
    case .split: return dataset.images.splits[row].map { dataset.strings[$0] }
    case .annotator: return annotators(ofImage: row)
    case .tier:
      return objects(ofImage: row).compactMap { iou(ofAnnotation: $0) }.max().map { "\($0)" }
    case .category, .size: return nil
    }
  }

  private func annotator(ofAnnotation row: Int) -> String? {
    let code = dataset.annotations.annotators[row]
    return code == AnnotationTable.noAnnotator ? nil : dataset.annotators[Int(code)]
  }

  /// Everybody who drew in the image; who was assigned, where nobody did.
  private func annotators(ofImage row: Int) -> String? {
    var names = Set(dataset.annotations(ofImage: row).compactMap { annotator(ofAnnotation: $0) })
    if names.isEmpty {
      names = Set(dataset.images.assigned[row].map { dataset.annotators[Int($0)] })
    }
    return names.isEmpty ? nil : names.sorted().joined(separator: " + ")
  }

  private func objects(ofImage row: Int) -> [Int] {
    dataset.annotations(ofImage: row).filter {
      dataset.annotations.categories[$0] != AnnotationTable.noCategory
    }
  }

  private func iou(ofAnnotation row: Int) -> Double? {
    guard let tiers else { return nil }
    var known: [SliceKey: String] = [:]
    known[.annotator] = annotator(ofAnnotation: row)
    known[.category] = value(of: .category, annotation: row)
    known[.scene] = value(of: .scene, annotation: row)
    known[.size] = value(of: .size, annotation: row)
    known[.split] = value(of: .split, annotation: row)
    return tiers.iou(of: known)
  }
}
