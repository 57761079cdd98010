import Annotations
import Findings
import Formats

struct DominatingCategoryRule: DatasetRule {
  static let about = RuleAbout(
    id: "dominating-category",
    severity: .info,
    summary: "a category with nearly all annotations of several",
    rationale: """
      Where nine of ten objects are of one category, a model that knows no other looks good, \
      observed agreement is high by chance alone, and κ is unstable (the prevalence paradox). A data \
      set of fewer than 100 annotations, or with one category in use, is not looked at.
      """,
    fix: "weight or sample the categories, and report numbers by category",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 2, "name": "dog"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 0, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 0, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 0, 20, 30]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 0, 20, 30]},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 0, 20, 30]},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 0, 20, 30]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 0, 20, 30]},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 0, 20, 30]},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 0, 20, 30]},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 1, 20, 30]},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 1, 20, 30]},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 1, 20, 30]},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 1, 20, 30]},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 1, 20, 30]},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 1, 20, 30]},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 1, 20, 30]},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 1, 20, 30]},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 1, 20, 30]},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 1, 20, 30]},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 2, 20, 30]},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 2, 20, 30]},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 2, 20, 30]},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 2, 20, 30]},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 2, 20, 30]},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 2, 20, 30]},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 2, 20, 30]},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 2, 20, 30]},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 2, 20, 30]},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 2, 20, 30]},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 3, 20, 30]},
          {"id": 31, "image_id": 1, "category_id": 1, "bbox": [31, 3, 20, 30]},
          {"id": 32, "image_id": 1, "category_id": 1, "bbox": [32, 3, 20, 30]},
          {"id": 33, "image_id": 1, "category_id": 1, "bbox": [33, 3, 20, 30]},
          {"id": 34, "image_id": 1, "category_id": 1, "bbox": [34, 3, 20, 30]},
          {"id": 35, "image_id": 1, "category_id": 1, "bbox": [35, 3, 20, 30]},
          {"id": 36, "image_id": 1, "category_id": 1, "bbox": [36, 3, 20, 30]},
          {"id": 37, "image_id": 1, "category_id": 1, "bbox": [37, 3, 20, 30]},
          {"id": 38, "image_id": 1, "category_id": 1, "bbox": [38, 3, 20, 30]},
          {"id": 39, "image_id": 1, "category_id": 1, "bbox": [39, 3, 20, 30]},
          {"id": 40, "image_id": 1, "category_id": 1, "bbox": [40, 4, 20, 30]},
          {"id": 41, "image_id": 1, "category_id": 1, "bbox": [41, 4, 20, 30]},
          {"id": 42, "image_id": 1, "category_id": 1, "bbox": [42, 4, 20, 30]},
          {"id": 43, "image_id": 1, "category_id": 1, "bbox": [43, 4, 20, 30]},
          {"id": 44, "image_id": 1, "category_id": 1, "bbox": [44, 4, 20, 30]},
          {"id": 45, "image_id": 1, "category_id": 1, "bbox": [45, 4, 20, 30]},
          {"id": 46, "image_id": 1, "category_id": 1, "bbox": [46, 4, 20, 30]},
          {"id": 47, "image_id": 1, "category_id": 1, "bbox": [47, 4, 20, 30]},
          {"id": 48, "image_id": 1, "category_id": 1, "bbox": [48, 4, 20, 30]},
          {"id": 49, "image_id": 1, "category_id": 1, "bbox": [49, 4, 20, 30]},
          {"id": 50, "image_id": 1, "category_id": 1, "bbox": [0, 5, 20, 30]},
          {"id": 51, "image_id": 1, "category_id": 1, "bbox": [1, 5, 20, 30]},
          {"id": 52, "image_id": 1, "category_id": 1, "bbox": [2, 5, 20, 30]},
          {"id": 53, "image_id": 1, "category_id": 1, "bbox": [3, 5, 20, 30]},
          {"id": 54, "image_id": 1, "category_id": 1, "bbox": [4, 5, 20, 30]},
          {"id": 55, "image_id": 1, "category_id": 1, "bbox": [5, 5, 20, 30]},
          {"id": 56, "image_id": 1, "category_id": 1, "bbox": [6, 5, 20, 30]},
          {"id": 57, "image_id": 1, "category_id": 1, "bbox": [7, 5, 20, 30]},
          {"id": 58, "image_id": 1, "category_id": 1, "bbox": [8, 5, 20, 30]},
          {"id": 59, "image_id": 1, "category_id": 1, "bbox": [9, 5, 20, 30]},
          {"id": 60, "image_id": 1, "category_id": 1, "bbox": [10, 6, 20, 30]},
          {"id": 61, "image_id": 1, "category_id": 1, "bbox": [11, 6, 20, 30]},
          {"id": 62, "image_id": 1, "category_id": 1, "bbox": [12, 6, 20, 30]},
          {"id": 63, "image_id": 1, "category_id": 1, "bbox": [13, 6, 20, 30]},
          {"id": 64, "image_id": 1, "category_id": 1, "bbox": [14, 6, 20, 30]},
          {"id": 65, "image_id": 1, "category_id": 1, "bbox": [15, 6, 20, 30]},
          {"id": 66, "image_id": 1, "category_id": 1, "bbox": [16, 6, 20, 30]},
          {"id": 67, "image_id": 1, "category_id": 1, "bbox": [17, 6, 20, 30]},
          {"id": 68, "image_id": 1, "category_id": 1, "bbox": [18, 6, 20, 30]},
          {"id": 69, "image_id": 1, "category_id": 1, "bbox": [19, 6, 20, 30]},
          {"id": 70, "image_id": 1, "category_id": 1, "bbox": [20, 7, 20, 30]},
          {"id": 71, "image_id": 1, "category_id": 1, "bbox": [21, 7, 20, 30]},
          {"id": 72, "image_id": 1, "category_id": 1, "bbox": [22, 7, 20, 30]},
          {"id": 73, "image_id": 1, "category_id": 1, "bbox": [23, 7, 20, 30]},
          {"id": 74, "image_id": 1, "category_id": 1, "bbox": [24, 7, 20, 30]},
          {"id": 75, "image_id": 1, "category_id": 1, "bbox": [25, 7, 20, 30]},
          {"id": 76, "image_id": 1, "category_id": 1, "bbox": [26, 7, 20, 30]},
          {"id": 77, "image_id": 1, "category_id": 1, "bbox": [27, 7, 20, 30]},
          {"id": 78, "image_id": 1, "category_id": 1, "bbox": [28, 7, 20, 30]},
          {"id": 79, "image_id": 1, "category_id": 1, "bbox": [29, 7, 20, 30]},
          {"id": 80, "image_id": 1, "category_id": 1, "bbox": [30, 8, 20, 30]},
          {"id": 81, "image_id": 1, "category_id": 1, "bbox": [31, 8, 20, 30]},
          {"id": 82, "image_id": 1, "category_id": 1, "bbox": [32, 8, 20, 30]},
          {"id": 83, "image_id": 1, "category_id": 1, "bbox": [33, 8, 20, 30]},
          {"id": 84, "image_id": 1, "category_id": 1, "bbox": [34, 8, 20, 30]},
          {"id": 85, "image_id": 1, "category_id": 1, "bbox": [35, 8, 20, 30]},
          {"id": 86, "image_id": 1, "category_id": 1, "bbox": [36, 8, 20, 30]},
          {"id": 87, "image_id": 1, "category_id": 1, "bbox": [37, 8, 20, 30]},
          {"id": 88, "image_id": 1, "category_id": 1, "bbox": [38, 8, 20, 30]},
          {"id": 89, "image_id": 1, "category_id": 1, "bbox": [39, 8, 20, 30]},
          {"id": 90, "image_id": 1, "category_id": 1, "bbox": [40, 9, 20, 30]},
          {"id": 91, "image_id": 1, "category_id": 1, "bbox": [41, 9, 20, 30]},
          {"id": 92, "image_id": 1, "category_id": 1, "bbox": [42, 9, 20, 30]},
          {"id": 93, "image_id": 1, "category_id": 1, "bbox": [43, 9, 20, 30]},
          {"id": 94, "image_id": 1, "category_id": 1, "bbox": [44, 9, 20, 30]},
          {"id": 95, "image_id": 1, "category_id": 1, "bbox": [45, 9, 20, 30]},
          {"id": 96, "image_id": 1, "category_id": 1, "bbox": [46, 9, 20, 30]},
          {"id": 97, "image_id": 1, "category_id": 1, "bbox": [47, 9, 20, 30]},
          {"id": 98, "image_id": 1, "category_id": 1, "bbox": [48, 9, 20, 30]},
          {"id": 99, "image_id": 1, "category_id": 1, "bbox": [49, 9, 20, 30]},
          {"id": 100, "image_id": 1, "category_id": 1, "bbox": [0, 10, 20, 30]},
          {"id": 101, "image_id": 1, "category_id": 2, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "cat"},
          {"id": 2, "name": "dog"}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 0, 20, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 0, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 0, 20, 30]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 0, 20, 30]},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 0, 20, 30]},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 0, 20, 30]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 0, 20, 30]},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 0, 20, 30]},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 0, 20, 30]},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 1, 20, 30]},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 1, 20, 30]},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 1, 20, 30]},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 1, 20, 30]},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 1, 20, 30]},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 1, 20, 30]},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 1, 20, 30]},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 1, 20, 30]},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 1, 20, 30]},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 1, 20, 30]},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 2, 20, 30]},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 2, 20, 30]},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 2, 20, 30]},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 2, 20, 30]},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 2, 20, 30]},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 2, 20, 30]},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 2, 20, 30]},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 2, 20, 30]},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 2, 20, 30]},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 2, 20, 30]},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 3, 20, 30]},
          {"id": 31, "image_id": 1, "category_id": 1, "bbox": [31, 3, 20, 30]},
          {"id": 32, "image_id": 1, "category_id": 1, "bbox": [32, 3, 20, 30]},
          {"id": 33, "image_id": 1, "category_id": 1, "bbox": [33, 3, 20, 30]},
          {"id": 34, "image_id": 1, "category_id": 1, "bbox": [34, 3, 20, 30]},
          {"id": 35, "image_id": 1, "category_id": 1, "bbox": [35, 3, 20, 30]},
          {"id": 36, "image_id": 1, "category_id": 1, "bbox": [36, 3, 20, 30]},
          {"id": 37, "image_id": 1, "category_id": 1, "bbox": [37, 3, 20, 30]},
          {"id": 38, "image_id": 1, "category_id": 1, "bbox": [38, 3, 20, 30]},
          {"id": 39, "image_id": 1, "category_id": 1, "bbox": [39, 3, 20, 30]},
          {"id": 40, "image_id": 1, "category_id": 1, "bbox": [40, 4, 20, 30]},
          {"id": 41, "image_id": 1, "category_id": 1, "bbox": [41, 4, 20, 30]},
          {"id": 42, "image_id": 1, "category_id": 1, "bbox": [42, 4, 20, 30]},
          {"id": 43, "image_id": 1, "category_id": 1, "bbox": [43, 4, 20, 30]},
          {"id": 44, "image_id": 1, "category_id": 1, "bbox": [44, 4, 20, 30]},
          {"id": 45, "image_id": 1, "category_id": 1, "bbox": [45, 4, 20, 30]},
          {"id": 46, "image_id": 1, "category_id": 1, "bbox": [46, 4, 20, 30]},
          {"id": 47, "image_id": 1, "category_id": 1, "bbox": [47, 4, 20, 30]},
          {"id": 48, "image_id": 1, "category_id": 1, "bbox": [48, 4, 20, 30]},
          {"id": 49, "image_id": 1, "category_id": 1, "bbox": [49, 4, 20, 30]},
          {"id": 50, "image_id": 1, "category_id": 1, "bbox": [0, 5, 20, 30]},
          {"id": 51, "image_id": 1, "category_id": 1, "bbox": [1, 5, 20, 30]},
          {"id": 52, "image_id": 1, "category_id": 1, "bbox": [2, 5, 20, 30]},
          {"id": 53, "image_id": 1, "category_id": 1, "bbox": [3, 5, 20, 30]},
          {"id": 54, "image_id": 1, "category_id": 1, "bbox": [4, 5, 20, 30]},
          {"id": 55, "image_id": 1, "category_id": 1, "bbox": [5, 5, 20, 30]},
          {"id": 56, "image_id": 1, "category_id": 1, "bbox": [6, 5, 20, 30]},
          {"id": 57, "image_id": 1, "category_id": 1, "bbox": [7, 5, 20, 30]},
          {"id": 58, "image_id": 1, "category_id": 1, "bbox": [8, 5, 20, 30]},
          {"id": 59, "image_id": 1, "category_id": 1, "bbox": [9, 5, 20, 30]},
          {"id": 60, "image_id": 1, "category_id": 1, "bbox": [10, 6, 20, 30]},
          {"id": 61, "image_id": 1, "category_id": 1, "bbox": [11, 6, 20, 30]},
          {"id": 62, "image_id": 1, "category_id": 1, "bbox": [12, 6, 20, 30]},
          {"id": 63, "image_id": 1, "category_id": 1, "bbox": [13, 6, 20, 30]},
          {"id": 64, "image_id": 1, "category_id": 1, "bbox": [14, 6, 20, 30]},
          {"id": 65, "image_id": 1, "category_id": 1, "bbox": [15, 6, 20, 30]},
          {"id": 66, "image_id": 1, "category_id": 1, "bbox": [16, 6, 20, 30]},
          {"id": 67, "image_id": 1, "category_id": 1, "bbox": [17, 6, 20, 30]},
          {"id": 68, "image_id": 1, "category_id": 1, "bbox": [18, 6, 20, 30]},
          {"id": 69, "image_id": 1, "category_id": 1, "bbox": [19, 6, 20, 30]},
          {"id": 70, "image_id": 1, "category_id": 1, "bbox": [20, 7, 20, 30]},
          {"id": 71, "image_id": 1, "category_id": 1, "bbox": [21, 7, 20, 30]},
          {"id": 72, "image_id": 1, "category_id": 1, "bbox": [22, 7, 20, 30]},
          {"id": 73, "image_id": 1, "category_id": 1, "bbox": [23, 7, 20, 30]},
          {"id": 74, "image_id": 1, "category_id": 1, "bbox": [24, 7, 20, 30]},
          {"id": 75, "image_id": 1, "category_id": 1, "bbox": [25, 7, 20, 30]},
          {"id": 76, "image_id": 1, "category_id": 1, "bbox": [26, 7, 20, 30]},
          {"id": 77, "image_id": 1, "category_id": 1, "bbox": [27, 7, 20, 30]},
          {"id": 78, "image_id": 1, "category_id": 1, "bbox": [28, 7, 20, 30]},
          {"id": 79, "image_id": 1, "category_id": 1, "bbox": [29, 7, 20, 30]},
          {"id": 80, "image_id": 1, "category_id": 1, "bbox": [30, 8, 20, 30]},
          {"id": 81, "image_id": 1, "category_id": 1, "bbox": [31, 8, 20, 30]},
          {"id": 82, "image_id": 1, "category_id": 1, "bbox": [32, 8, 20, 30]},
          {"id": 83, "image_id": 1, "category_id": 1, "bbox": [33, 8, 20, 30]},
          {"id": 84, "image_id": 1, "category_id": 1, "bbox": [34, 8, 20, 30]},
          {"id": 85, "image_id": 1, "category_id": 1, "bbox": [35, 8, 20, 30]},
          {"id": 86, "image_id": 1, "category_id": 1, "bbox": [36, 8, 20, 30]},
          {"id": 87, "image_id": 1, "category_id": 1, "bbox": [37, 8, 20, 30]},
          {"id": 88, "image_id": 1, "category_id": 1, "bbox": [38, 8, 20, 30]},
          {"id": 89, "image_id": 1, "category_id": 1, "bbox": [39, 8, 20, 30]},
          {"id": 90, "image_id": 1, "category_id": 1, "bbox": [40, 9, 20, 30]},
          {"id": 91, "image_id": 1, "category_id": 1, "bbox": [41, 9, 20, 30]},
          {"id": 92, "image_id": 1, "category_id": 1, "bbox": [42, 9, 20, 30]},
          {"id": 93, "image_id": 1, "category_id": 1, "bbox": [43, 9, 20, 30]},
          {"id": 94, "image_id": 1, "category_id": 1, "bbox": [44, 9, 20, 30]},
          {"id": 95, "image_id": 1, "category_id": 1, "bbox": [45, 9, 20, 30]},
          {"id": 96, "image_id": 1, "category_id": 1, "bbox": [46, 9, 20, 30]},
          {"id": 97, "image_id": 1, "category_id": 1, "bbox": [47, 9, 20, 30]},
          {"id": 98, "image_id": 1, "category_id": 1, "bbox": [48, 9, 20, 30]},
          {"id": 99, "image_id": 1, "category_id": 1, "bbox": [49, 9, 20, 30]},
          {"id": 100, "image_id": 1, "category_id": 1, "bbox": [0, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  private let share: Double
  private let leastInDataset: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    share = settings.dominatingShare
    leastInDataset = settings.distributionAnnotations
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let counts = dataset.annotationsPerCategory
    let total = counts.reduce(0, +)
    guard total >= leastInDataset, counts.count(where: { $0 > 0 }) > 1 else { return }
    for category in counts.indices where Double(counts[category]) >= share * Double(total) {
      findings.report {
        let message =
          "\(counts[category]) of \(total) annotations are of '\(dataset.categories.names[category])'; "
          + "expected a share below \(share.messageText)"
        return dataset.finding(Self.about, category: category, message)
      }
    }
  }
}
