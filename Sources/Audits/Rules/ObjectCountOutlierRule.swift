import Annotations
import Findings
import Formats
import Glibc
import Statistics

struct ObjectCountOutlierRule: DatasetRule {
  static let about = RuleAbout(
    id: "object-count-outlier",
    severity: .info,
    summary: "an image with far more objects than the others have",
    rationale: """
      An image with a hundred objects among images of five was annotated by another guideline, \
      twice, or by a model, or a crowd was outlined one by one. It weighs as much as twenty others \
      in every mean over objects. The logarithm of one more than the count is held against the \
      median of the images with objects; more than 5 robust standard deviations above it count, from \
      30 images on.
      """,
    fix: "look at the image; annotate dense groups as crowd regions, if the guideline says so",
    triggering: [
      """
      {
        "images": [
          {"id": 1, "file_name": "1.jpg", "width": 900, "height": 80},
          {"id": 2, "file_name": "2.jpg", "width": 900, "height": 80},
          {"id": 3, "file_name": "3.jpg", "width": 900, "height": 80},
          {"id": 4, "file_name": "4.jpg", "width": 900, "height": 80},
          {"id": 5, "file_name": "5.jpg", "width": 900, "height": 80},
          {"id": 6, "file_name": "6.jpg", "width": 900, "height": 80},
          {"id": 7, "file_name": "7.jpg", "width": 900, "height": 80},
          {"id": 8, "file_name": "8.jpg", "width": 900, "height": 80},
          {"id": 9, "file_name": "9.jpg", "width": 900, "height": 80},
          {"id": 10, "file_name": "10.jpg", "width": 900, "height": 80},
          {"id": 11, "file_name": "11.jpg", "width": 900, "height": 80},
          {"id": 12, "file_name": "12.jpg", "width": 900, "height": 80},
          {"id": 13, "file_name": "13.jpg", "width": 900, "height": 80},
          {"id": 14, "file_name": "14.jpg", "width": 900, "height": 80},
          {"id": 15, "file_name": "15.jpg", "width": 900, "height": 80},
          {"id": 16, "file_name": "16.jpg", "width": 900, "height": 80},
          {"id": 17, "file_name": "17.jpg", "width": 900, "height": 80},
          {"id": 18, "file_name": "18.jpg", "width": 900, "height": 80},
          {"id": 19, "file_name": "19.jpg", "width": 900, "height": 80},
          {"id": 20, "file_name": "20.jpg", "width": 900, "height": 80},
          {"id": 21, "file_name": "21.jpg", "width": 900, "height": 80},
          {"id": 22, "file_name": "22.jpg", "width": 900, "height": 80},
          {"id": 23, "file_name": "23.jpg", "width": 900, "height": 80},
          {"id": 24, "file_name": "24.jpg", "width": 900, "height": 80},
          {"id": 25, "file_name": "25.jpg", "width": 900, "height": 80},
          {"id": 26, "file_name": "26.jpg", "width": 900, "height": 80},
          {"id": 27, "file_name": "27.jpg", "width": 900, "height": 80},
          {"id": 28, "file_name": "28.jpg", "width": 900, "height": 80},
          {"id": 29, "file_name": "29.jpg", "width": 900, "height": 80},
          {"id": 30, "file_name": "30.jpg", "width": 900, "height": 80},
          {"id": 31, "file_name": "31.jpg", "width": 900, "height": 80}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 4, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 6, "image_id": 3, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 7, "image_id": 3, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 8, "image_id": 4, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 10, "image_id": 5, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 11, "image_id": 5, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 12, "image_id": 6, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 14, "image_id": 7, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 15, "image_id": 7, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 16, "image_id": 8, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 18, "image_id": 9, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 19, "image_id": 9, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 20, "image_id": 10, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 22, "image_id": 11, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 23, "image_id": 11, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 24, "image_id": 12, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 26, "image_id": 13, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 27, "image_id": 13, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 28, "image_id": 14, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 30, "image_id": 15, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 31, "image_id": 15, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 32, "image_id": 16, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 34, "image_id": 17, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 35, "image_id": 17, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 36, "image_id": 18, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 38, "image_id": 19, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 39, "image_id": 19, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 40, "image_id": 20, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 42, "image_id": 21, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 43, "image_id": 21, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 44, "image_id": 22, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 46, "image_id": 23, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 47, "image_id": 23, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 48, "image_id": 24, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 50, "image_id": 25, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 51, "image_id": 25, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 52, "image_id": 26, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 54, "image_id": 27, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 55, "image_id": 27, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 56, "image_id": 28, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 58, "image_id": 29, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 59, "image_id": 29, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 60, "image_id": 30, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 62, "image_id": 31, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 63, "image_id": 31, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 100, "image_id": 1, "category_id": 1, "bbox": [0, 5, 6, 30]},
          {"id": 101, "image_id": 1, "category_id": 1, "bbox": [5, 5, 6, 30]},
          {"id": 102, "image_id": 1, "category_id": 1, "bbox": [10, 5, 6, 30]},
          {"id": 103, "image_id": 1, "category_id": 1, "bbox": [15, 5, 6, 30]},
          {"id": 104, "image_id": 1, "category_id": 1, "bbox": [20, 5, 6, 30]},
          {"id": 105, "image_id": 1, "category_id": 1, "bbox": [25, 5, 6, 30]},
          {"id": 106, "image_id": 1, "category_id": 1, "bbox": [30, 5, 6, 30]},
          {"id": 107, "image_id": 1, "category_id": 1, "bbox": [35, 5, 6, 30]},
          {"id": 108, "image_id": 1, "category_id": 1, "bbox": [40, 5, 6, 30]},
          {"id": 109, "image_id": 1, "category_id": 1, "bbox": [45, 5, 6, 30]},
          {"id": 110, "image_id": 1, "category_id": 1, "bbox": [50, 5, 6, 30]},
          {"id": 111, "image_id": 1, "category_id": 1, "bbox": [55, 5, 6, 30]},
          {"id": 112, "image_id": 1, "category_id": 1, "bbox": [60, 5, 6, 30]},
          {"id": 113, "image_id": 1, "category_id": 1, "bbox": [65, 5, 6, 30]},
          {"id": 114, "image_id": 1, "category_id": 1, "bbox": [70, 5, 6, 30]},
          {"id": 115, "image_id": 1, "category_id": 1, "bbox": [75, 5, 6, 30]},
          {"id": 116, "image_id": 1, "category_id": 1, "bbox": [80, 5, 6, 30]},
          {"id": 117, "image_id": 1, "category_id": 1, "bbox": [85, 5, 6, 30]},
          {"id": 118, "image_id": 1, "category_id": 1, "bbox": [90, 5, 6, 30]},
          {"id": 119, "image_id": 1, "category_id": 1, "bbox": [95, 5, 6, 30]},
          {"id": 120, "image_id": 1, "category_id": 1, "bbox": [100, 5, 6, 30]},
          {"id": 121, "image_id": 1, "category_id": 1, "bbox": [105, 5, 6, 30]},
          {"id": 122, "image_id": 1, "category_id": 1, "bbox": [110, 5, 6, 30]},
          {"id": 123, "image_id": 1, "category_id": 1, "bbox": [115, 5, 6, 30]},
          {"id": 124, "image_id": 1, "category_id": 1, "bbox": [120, 5, 6, 30]},
          {"id": 125, "image_id": 1, "category_id": 1, "bbox": [125, 5, 6, 30]},
          {"id": 126, "image_id": 1, "category_id": 1, "bbox": [130, 5, 6, 30]},
          {"id": 127, "image_id": 1, "category_id": 1, "bbox": [135, 5, 6, 30]},
          {"id": 128, "image_id": 1, "category_id": 1, "bbox": [140, 5, 6, 30]},
          {"id": 129, "image_id": 1, "category_id": 1, "bbox": [145, 5, 6, 30]},
          {"id": 130, "image_id": 1, "category_id": 1, "bbox": [150, 5, 6, 30]},
          {"id": 131, "image_id": 1, "category_id": 1, "bbox": [155, 5, 6, 30]},
          {"id": 132, "image_id": 1, "category_id": 1, "bbox": [160, 5, 6, 30]},
          {"id": 133, "image_id": 1, "category_id": 1, "bbox": [165, 5, 6, 30]},
          {"id": 134, "image_id": 1, "category_id": 1, "bbox": [170, 5, 6, 30]},
          {"id": 135, "image_id": 1, "category_id": 1, "bbox": [175, 5, 6, 30]},
          {"id": 136, "image_id": 1, "category_id": 1, "bbox": [180, 5, 6, 30]},
          {"id": 137, "image_id": 1, "category_id": 1, "bbox": [185, 5, 6, 30]},
          {"id": 138, "image_id": 1, "category_id": 1, "bbox": [190, 5, 6, 30]},
          {"id": 139, "image_id": 1, "category_id": 1, "bbox": [195, 5, 6, 30]},
          {"id": 140, "image_id": 1, "category_id": 1, "bbox": [200, 5, 6, 30]},
          {"id": 141, "image_id": 1, "category_id": 1, "bbox": [205, 5, 6, 30]},
          {"id": 142, "image_id": 1, "category_id": 1, "bbox": [210, 5, 6, 30]},
          {"id": 143, "image_id": 1, "category_id": 1, "bbox": [215, 5, 6, 30]},
          {"id": 144, "image_id": 1, "category_id": 1, "bbox": [220, 5, 6, 30]},
          {"id": 145, "image_id": 1, "category_id": 1, "bbox": [225, 5, 6, 30]},
          {"id": 146, "image_id": 1, "category_id": 1, "bbox": [230, 5, 6, 30]},
          {"id": 147, "image_id": 1, "category_id": 1, "bbox": [235, 5, 6, 30]},
          {"id": 148, "image_id": 1, "category_id": 1, "bbox": [240, 5, 6, 30]},
          {"id": 149, "image_id": 1, "category_id": 1, "bbox": [245, 5, 6, 30]},
          {"id": 150, "image_id": 1, "category_id": 1, "bbox": [250, 5, 6, 30]},
          {"id": 151, "image_id": 1, "category_id": 1, "bbox": [255, 5, 6, 30]},
          {"id": 152, "image_id": 1, "category_id": 1, "bbox": [260, 5, 6, 30]},
          {"id": 153, "image_id": 1, "category_id": 1, "bbox": [265, 5, 6, 30]},
          {"id": 154, "image_id": 1, "category_id": 1, "bbox": [270, 5, 6, 30]},
          {"id": 155, "image_id": 1, "category_id": 1, "bbox": [275, 5, 6, 30]},
          {"id": 156, "image_id": 1, "category_id": 1, "bbox": [280, 5, 6, 30]},
          {"id": 157, "image_id": 1, "category_id": 1, "bbox": [285, 5, 6, 30]},
          {"id": 158, "image_id": 1, "category_id": 1, "bbox": [290, 5, 6, 30]},
          {"id": 159, "image_id": 1, "category_id": 1, "bbox": [295, 5, 6, 30]},
          {"id": 160, "image_id": 1, "category_id": 1, "bbox": [300, 5, 6, 30]},
          {"id": 161, "image_id": 1, "category_id": 1, "bbox": [305, 5, 6, 30]},
          {"id": 162, "image_id": 1, "category_id": 1, "bbox": [310, 5, 6, 30]},
          {"id": 163, "image_id": 1, "category_id": 1, "bbox": [315, 5, 6, 30]},
          {"id": 164, "image_id": 1, "category_id": 1, "bbox": [320, 5, 6, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "1.jpg", "width": 900, "height": 80},
          {"id": 2, "file_name": "2.jpg", "width": 900, "height": 80},
          {"id": 3, "file_name": "3.jpg", "width": 900, "height": 80},
          {"id": 4, "file_name": "4.jpg", "width": 900, "height": 80},
          {"id": 5, "file_name": "5.jpg", "width": 900, "height": 80},
          {"id": 6, "file_name": "6.jpg", "width": 900, "height": 80},
          {"id": 7, "file_name": "7.jpg", "width": 900, "height": 80},
          {"id": 8, "file_name": "8.jpg", "width": 900, "height": 80},
          {"id": 9, "file_name": "9.jpg", "width": 900, "height": 80},
          {"id": 10, "file_name": "10.jpg", "width": 900, "height": 80},
          {"id": 11, "file_name": "11.jpg", "width": 900, "height": 80},
          {"id": 12, "file_name": "12.jpg", "width": 900, "height": 80},
          {"id": 13, "file_name": "13.jpg", "width": 900, "height": 80},
          {"id": 14, "file_name": "14.jpg", "width": 900, "height": 80},
          {"id": 15, "file_name": "15.jpg", "width": 900, "height": 80},
          {"id": 16, "file_name": "16.jpg", "width": 900, "height": 80},
          {"id": 17, "file_name": "17.jpg", "width": 900, "height": 80},
          {"id": 18, "file_name": "18.jpg", "width": 900, "height": 80},
          {"id": 19, "file_name": "19.jpg", "width": 900, "height": 80},
          {"id": 20, "file_name": "20.jpg", "width": 900, "height": 80},
          {"id": 21, "file_name": "21.jpg", "width": 900, "height": 80},
          {"id": 22, "file_name": "22.jpg", "width": 900, "height": 80},
          {"id": 23, "file_name": "23.jpg", "width": 900, "height": 80},
          {"id": 24, "file_name": "24.jpg", "width": 900, "height": 80},
          {"id": 25, "file_name": "25.jpg", "width": 900, "height": 80},
          {"id": 26, "file_name": "26.jpg", "width": 900, "height": 80},
          {"id": 27, "file_name": "27.jpg", "width": 900, "height": 80},
          {"id": 28, "file_name": "28.jpg", "width": 900, "height": 80},
          {"id": 29, "file_name": "29.jpg", "width": 900, "height": 80},
          {"id": 30, "file_name": "30.jpg", "width": 900, "height": 80},
          {"id": 31, "file_name": "31.jpg", "width": 900, "height": 80}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 4, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 6, "image_id": 3, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 7, "image_id": 3, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 8, "image_id": 4, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 10, "image_id": 5, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 11, "image_id": 5, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 12, "image_id": 6, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 14, "image_id": 7, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 15, "image_id": 7, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 16, "image_id": 8, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 18, "image_id": 9, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 19, "image_id": 9, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 20, "image_id": 10, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 22, "image_id": 11, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 23, "image_id": 11, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 24, "image_id": 12, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 26, "image_id": 13, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 27, "image_id": 13, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 28, "image_id": 14, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 30, "image_id": 15, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 31, "image_id": 15, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 32, "image_id": 16, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 34, "image_id": 17, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 35, "image_id": 17, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 36, "image_id": 18, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 38, "image_id": 19, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 39, "image_id": 19, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 40, "image_id": 20, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 42, "image_id": 21, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 43, "image_id": 21, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 44, "image_id": 22, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 46, "image_id": 23, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 47, "image_id": 23, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 48, "image_id": 24, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 50, "image_id": 25, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 51, "image_id": 25, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 52, "image_id": 26, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 54, "image_id": 27, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 55, "image_id": 27, "category_id": 1, "bbox": [10, 14, 20, 30]},
          {"id": 56, "image_id": 28, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 58, "image_id": 29, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 59, "image_id": 29, "category_id": 1, "bbox": [10, 12, 20, 30]},
          {"id": 60, "image_id": 30, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 62, "image_id": 31, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 63, "image_id": 31, "category_id": 1, "bbox": [10, 14, 20, 30]}
        ]
      }
      """
    ]
  )

  private let limit: Double
  private let leastImages: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    limit = settings.outlierDeviations
    leastImages = settings.outlierBoxes
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let counts = (0..<dataset.images.count).map { dataset.annotations(ofImage: $0).count }
    let values = counts.filter { $0 > 0 }.map { log1p(Double($0)) }
    guard values.count >= leastImages else { return }
    let spread = RobustSpread(values)
    guard let median = spread.median.value, let deviation = spread.normalDeviation.value,
      deviation > 0
    else { return }
    for image in counts.indices where counts[image] > 0 {
      let deviations = (log1p(Double(counts[image])) - median) / deviation
      guard deviations > limit else { continue }
      findings.report {
        let message =
          "\(counts[image]) objects where the median image has \(expm1(median).messageText); "
          + "\(deviations.messageText) robust deviations, expected at most \(limit.messageText)"
        return dataset.finding(Self.about, image: image, message)
      }
    }
  }
}
