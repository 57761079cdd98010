import Annotations

/// The keys of an annotation that are read; all others are skipped.
enum AnnotationKey: String, CaseIterable {
  case segmentation, area, iscrowd, bbox, id, ignore, attributes, keypoints, score
  case imageID = "image_id"
  case categoryID = "category_id"
  case segments = "segments_info"
  case keypointNumber = "num_keypoints"

  // Who annotated, by falling priority.
  case raterID = "rater_id"
  case annotator
  case annotatorID = "annotator_id"
  case workerID = "worker_id"
  case createdBy = "created_by"
  case completedBy = "completed_by"

  // How long it took in seconds, by falling priority.
  case annotationTime = "annotation_time"
  case leadTime = "lead_time"
  case workTime = "work_time_seconds"

  case occluded, truncated, difficult

  /// What a key says that may stand on the annotation or inside its `attributes`.
  enum Role {
    /// Names the annotator; a smaller rank goes first.
    case annotator(rank: Int)
    /// Gives seconds; a smaller rank goes first.
    case time(rank: Int)
    case mark(AnnotationFlags)
    /// None of these.
    case other
  }

  var role: Role {
    switch self {
    case .raterID: .annotator(rank: 0)
    case .annotator: .annotator(rank: 1)
    case .annotatorID: .annotator(rank: 2)
    case .workerID: .annotator(rank: 3)
    case .createdBy: .annotator(rank: 4)
    case .completedBy: .annotator(rank: 5)
    case .annotationTime: .time(rank: 0)
    case .leadTime: .time(rank: 1)
    case .workTime: .time(rank: 2)
    case .occluded: .mark(.occluded)
    case .truncated: .mark(.truncated)
    case .difficult: .mark(.difficult)
    case .segmentation, .area, .iscrowd, .bbox, .id, .ignore, .attributes, .keypoints, .score,
      .imageID, .categoryID, .segments, .keypointNumber:
      .other
    }
  }
}
