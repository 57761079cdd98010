import TestSupport

/// What this module makes of the reference vectors.
extension VectorAdapter {
  static let all: [VectorAdapter] =
    agreement + severalAnnotators + distributions + comparisons + crowd

  private static let geometry = "boxes, polygons and masks: module Geometry"
  private static let detection = "matching and evaluation of detections: module Metrics"
  private static let embeddings = "run by EmbeddingsTests"
  private static let notOffered = "not offered: nothing in DEFINITIONS.md needs it yet"

  /// Files no adapter covers, with the reason.
  static let uncoveredFiles: [String: String] = [
    "90_published_values": "run by PublishedValueTests",
    "05b_krippendorff_alpha_sets": notOffered,
    "11_lin_ccc_correlations": notOffered,
    "30_bbox_iou": geometry,
    "31_polygon_rle": geometry,
    "32_rle_codec": geometry,
    "33_mask_iou": geometry,
    "34_coco_greedy_matching": detection,
    "35_coco_eval_bbox": detection,
    "36_coco_eval_segm": detection,
    "37_coco_eval_keypoints": detection,
    "38_oks": geometry,
    "39b_voc_ap": detection,
    "40_kalpha_detection": detection,
    "41_kalos": detection,
    "50_boundary_iou": geometry,
    "51_surface_distances": geometry,
    "60_cleanlab_ood_knn": embeddings,
    "60b_cleanlab_ood_predprobs": embeddings,
    "61_lof": embeddings,
    "62_mahalanobis_covariance": embeddings,
    "63_cleanlab_label_quality": embeddings,
    "64_cleanlab_confident_joint_issues": embeddings,
    "65_cleanlab_objectlab": detection,
    "66_cleanlab_multiannotator": embeddings,
    "73_mannwhitney_wilcoxon": notOffered,
    "76_categorical_association_divergence": notOffered,
  ]
}
