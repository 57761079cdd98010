import TestSupport

/// What this module makes of the reference vectors.
extension VectorAdapter {
  static let all: [VectorAdapter] =
    agreement + severalAnnotators + distributions + comparisons + crowd

  private static let geometry = "run by GeometryTests"
  private static let matching = "run by MetricsTests"
  private static let averagePrecision =
    "average precision is not offered: it scores a model, not labels"
  private static let embeddings = "run by EmbeddingsTests"
  private static let notBuilt = "not built yet"
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
    "34_coco_greedy_matching": matching,
    "35_coco_eval_bbox": averagePrecision,
    "36_coco_eval_segm": averagePrecision,
    "37_coco_eval_keypoints": averagePrecision,
    "38_oks": geometry,
    "39b_voc_ap": averagePrecision,
    "40_kalpha_detection": matching,
    "41_kalos": matching,
    "50_boundary_iou": geometry,
    "51_surface_distances": notOffered,
    "60_cleanlab_ood_knn": embeddings,
    "60b_cleanlab_ood_predprobs": embeddings,
    "61_lof": embeddings,
    "62_mahalanobis_covariance": embeddings,
    "63_cleanlab_label_quality": embeddings,
    "64_cleanlab_confident_joint_issues": embeddings,
    "65_cleanlab_objectlab":
      "not offered: its scores change with resolution; MetricsTests run its plain cases",
    "66_cleanlab_multiannotator": notBuilt,
    "73_mannwhitney_wilcoxon": notOffered,
    "76_categorical_association_divergence": notOffered,
  ]
}
