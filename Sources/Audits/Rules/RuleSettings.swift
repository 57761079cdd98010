/// What rules tolerate; the defaults come from what correct public data sets hold.
package struct RuleSettings: Hashable, Sendable {
  /// How far a box may reach over an edge of its image, in px.
  package var boundsTolerance: Double
  /// How far a polygon may reach over an edge of its box, in px.
  package var polygonTolerance = 1.0
  /// How far a stated area may be from the measured one, as a share of the latter; 1 px² is added.
  package var areaTolerance = 0.01
  /// The same for the mask of a crowd region; COCO itself states up to 13 % more than the mask covers.
  package var crowdAreaTolerance = 0.25

  /// How far a stated area may be from that of the polygons, as a share of the latter; 1 px² is added.
  package var polygonAreaTolerance = 0.05
  /// The share of its image from which a crowd or ignore region counts as all of it.
  package var regionImageShare = 0.9
  /// The share of an outline from which it counts as one with another outline, or as part of a crowd region.
  package var outlineShare = 0.5

  /// IoU with the image from which a box counts as all of it.
  package var wholeImageIoU = 0.99
  /// IoU of two boxes of one category from which they count as one object drawn twice.
  package var nearDuplicateIoU = 0.9
  /// The longest side of a box that a click makes, in px.
  package var misClickSide = 2.0
  /// Fewer boxes than this say nothing about how boxes are written.
  package var cornersLeastBoxes = 3
  /// The share of boxes outside their images from which they may be corners.
  package var cornersShareOutside = 0.2
  /// The share of boxes that must fit as corners.
  package var cornersShareFitting = 0.95
  /// How far a visible keypoint may be outside the box of its object, as a share of each side; 1 px is added.
  package var keypointBoxTolerance = 0.1
  /// The shortest line between two eyes or shoulders that has a direction, as a share of the longer side.
  package var keypointLineLength = 0.1
  /// A category with fewer annotations is rare.
  package var rareCategoryAnnotations = 10
  /// The share of all annotations from which a category dominates.
  package var dominatingShare = 0.9
  /// Fewer annotations than this say nothing about how categories are distributed.
  package var distributionAnnotations = 100
  /// How many robust standard deviations from the median an outlier is.
  package var outlierDeviations = 5.0
  /// How many times the median's area, or how small a part of it, an outlier has at least.
  package var sizeOutlierFactor = 10.0
  /// The same for the ratio of width to height.
  package var aspectOutlierFactor = 3.0
  /// Fewer boxes of a category, or images, have no usual size or number.
  package var outlierBoxes = 30
  /// An attribute of fewer annotations, or in a category of fewer, is not judged.
  package var attributeAnnotations = 30
  /// The share of a category's annotations with an attribute from which all are expected to have it.
  package var attributeShare = 0.9

  package init(boundsTolerance: Double = 1) { self.boundsTolerance = boundsTolerance }
}
