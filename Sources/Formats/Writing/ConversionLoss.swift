/// What a target format cannot hold of a data set, counted by kind.
package struct ConversionLoss: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Annotations of an image that the data set does not declare.
    case annotationsWithoutImage = "annotations-without-image"
    /// Annotations of a category that the data set does not declare.
    case annotationsWithoutCategory = "annotations-without-category"
    case annotationsOfImagesWithoutSize = "annotations-of-images-without-size"
    /// Annotations of an image whose file an earlier image has taken.
    case annotationsOfRepeatedFiles = "annotations-of-repeated-files"
    case imagesOfRepeatedFiles = "images-of-repeated-files"
    /// Images whose name is absolute, leads out of the folder, or is empty.
    case imagesWithUnusableName = "images-with-unusable-name"
    case annotationsOfUnusableNames = "annotations-of-unusable-names"
    case annotationIDs = "annotation-ids"
    case annotators
    case assignments
    /// Attributes whose value has become text.
    case attributeTypes = "attribute-types"
    case attributes
    case boxesBesideOutlines = "boxes-beside-outlines"
    case categoryIDs = "category-ids"
    case flags
    case imageIDs = "image-ids"
    case keypoints
    case outlines
    case scenes
    case scores
    case seconds
    case splits
    case statedAreas = "stated-areas"
    case supercategories
    case skeletons
    case unusedCategories = "unused-categories"
    /// Texts with characters that XML or a line of text cannot hold; they are replaced by U+FFFD.
    case characters
  }

  private var counts: [Kind: Int] = [:]

  package init() {}

  /// Kinds of which at least one was lost, in the order of their declaration.
  package var records: [(kind: Kind, count: Int)] {
    Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  package subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

  mutating func add(_ kind: Kind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }
}
