import Annotations
import Findings
import Formats
import Geometry
import Glibc

struct AspectOutlierRule: DatasetRule {
  static let about = RuleAbout(
    id: "aspect-outlier",
    severity: .info,
    summary: "a box far wider or taller than the others of its category",
    rationale: """
      A box ten times as wide as others of its category joins several objects, is cut by the image's \
      edge, or has the wrong category. The logarithm of the ratio of width to height is held against \
      the median of the category; a distance above 5 robust standard deviations (MAD over 0.6745), \
      and a factor of at least three, counts in categories with at least 30 boxes. Crowd regions are \
      left out.
      """,
    fix: "look at the object; correct its box or category where they are wrong",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 21, 20]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 22, 20]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 23, 20]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 24, 20]},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 21]},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 21, 21]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 22, 21]},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 23, 21]},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 24, 21]},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 22]},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 21, 22]},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 22, 22]},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 23, 22]},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 24, 22]},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 23]},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 21, 23]},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 22, 23]},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 23, 23]},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 24, 23]},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 24]},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 21, 24]},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 22, 24]},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 23, 24]},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 24, 24]},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 20]},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 21, 20]},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 22, 20]},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 23, 20]},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 24, 20]},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 10, 20, 21]},
          {"id": 31, "image_id": 1, "category_id": 1, "bbox": [31, 10, 21, 21]},
          {"id": 32, "image_id": 1, "category_id": 1, "bbox": [32, 10, 22, 21]},
          {"id": 33, "image_id": 1, "category_id": 1, "bbox": [33, 10, 23, 21]},
          {"id": 34, "image_id": 1, "category_id": 1, "bbox": [34, 10, 24, 21]},
          {"id": 35, "image_id": 1, "category_id": 1, "bbox": [35, 10, 20, 22]},
          {"id": 36, "image_id": 1, "category_id": 1, "bbox": [36, 10, 21, 22]},
          {"id": 37, "image_id": 1, "category_id": 1, "bbox": [37, 10, 22, 22]},
          {"id": 38, "image_id": 1, "category_id": 1, "bbox": [38, 10, 23, 22]},
          {"id": 39, "image_id": 1, "category_id": 1, "bbox": [39, 10, 24, 22]},
          {"id": 40, "image_id": 1, "category_id": 1, "bbox": [40, 10, 20, 23]},
          {"id": 41, "image_id": 1, "category_id": 1, "bbox": [0, 0, 90, 2]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 21, 20]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 22, 20]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 23, 20]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 24, 20]},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 21]},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [6, 10, 21, 21]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [7, 10, 22, 21]},
          {"id": 8, "image_id": 1, "category_id": 1, "bbox": [8, 10, 23, 21]},
          {"id": 9, "image_id": 1, "category_id": 1, "bbox": [9, 10, 24, 21]},
          {"id": 10, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 22]},
          {"id": 11, "image_id": 1, "category_id": 1, "bbox": [11, 10, 21, 22]},
          {"id": 12, "image_id": 1, "category_id": 1, "bbox": [12, 10, 22, 22]},
          {"id": 13, "image_id": 1, "category_id": 1, "bbox": [13, 10, 23, 22]},
          {"id": 14, "image_id": 1, "category_id": 1, "bbox": [14, 10, 24, 22]},
          {"id": 15, "image_id": 1, "category_id": 1, "bbox": [15, 10, 20, 23]},
          {"id": 16, "image_id": 1, "category_id": 1, "bbox": [16, 10, 21, 23]},
          {"id": 17, "image_id": 1, "category_id": 1, "bbox": [17, 10, 22, 23]},
          {"id": 18, "image_id": 1, "category_id": 1, "bbox": [18, 10, 23, 23]},
          {"id": 19, "image_id": 1, "category_id": 1, "bbox": [19, 10, 24, 23]},
          {"id": 20, "image_id": 1, "category_id": 1, "bbox": [20, 10, 20, 24]},
          {"id": 21, "image_id": 1, "category_id": 1, "bbox": [21, 10, 21, 24]},
          {"id": 22, "image_id": 1, "category_id": 1, "bbox": [22, 10, 22, 24]},
          {"id": 23, "image_id": 1, "category_id": 1, "bbox": [23, 10, 23, 24]},
          {"id": 24, "image_id": 1, "category_id": 1, "bbox": [24, 10, 24, 24]},
          {"id": 25, "image_id": 1, "category_id": 1, "bbox": [25, 10, 20, 20]},
          {"id": 26, "image_id": 1, "category_id": 1, "bbox": [26, 10, 21, 20]},
          {"id": 27, "image_id": 1, "category_id": 1, "bbox": [27, 10, 22, 20]},
          {"id": 28, "image_id": 1, "category_id": 1, "bbox": [28, 10, 23, 20]},
          {"id": 29, "image_id": 1, "category_id": 1, "bbox": [29, 10, 24, 20]},
          {"id": 30, "image_id": 1, "category_id": 1, "bbox": [30, 10, 20, 21]},
          {"id": 31, "image_id": 1, "category_id": 1, "bbox": [31, 10, 21, 21]},
          {"id": 32, "image_id": 1, "category_id": 1, "bbox": [32, 10, 22, 21]},
          {"id": 33, "image_id": 1, "category_id": 1, "bbox": [33, 10, 23, 21]},
          {"id": 34, "image_id": 1, "category_id": 1, "bbox": [34, 10, 24, 21]},
          {"id": 35, "image_id": 1, "category_id": 1, "bbox": [35, 10, 20, 22]},
          {"id": 36, "image_id": 1, "category_id": 1, "bbox": [36, 10, 21, 22]},
          {"id": 37, "image_id": 1, "category_id": 1, "bbox": [37, 10, 22, 22]},
          {"id": 38, "image_id": 1, "category_id": 1, "bbox": [38, 10, 23, 22]},
          {"id": 39, "image_id": 1, "category_id": 1, "bbox": [39, 10, 24, 22]},
          {"id": 40, "image_id": 1, "category_id": 1, "bbox": [40, 10, 20, 23]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 10, 21, 20]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [2, 10, 22, 20]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [3, 10, 23, 20]},
          {"id": 4, "image_id": 1, "category_id": 1, "bbox": [4, 10, 24, 20]},
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [5, 10, 20, 21]},
          {"id": 41, "image_id": 1, "category_id": 1, "bbox": [0, 0, 90, 2]}
        ]
      }
      """,
    ]
  )

  private let limit: Double
  private let leastFactor: Double
  private let leastBoxes: Int

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    limit = settings.outlierDeviations
    leastFactor = settings.aspectOutlierFactor
    leastBoxes = settings.outlierBoxes
  }

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    let outliers = dataset.boxOutliers(
      limit: limit,
      leastDistance: log(leastFactor),
      leastBoxes: leastBoxes
    ) { box in
      log(box.width / box.height)
    }
    for outlier in outliers {
      findings.report {
        let box = dataset.annotations.boxes[outlier.row]
        let value = (box.width / box.height).messageText
        let message =
          "ratio of width to height of \(value) where the median of '\(dataset.categoryText(ofAnnotation: outlier.row))' is "
          + "\(exp(outlier.median).messageText); \(outlier.deviations.messageText) robust deviations, expected at most \(limit.messageText)"
        return dataset.finding(
          Self.about,
          annotation: outlier.row,
          message,
          evidence: ["deviations": outlier.deviations, "median": exp(outlier.median)]
        )
      }
    }
  }
}
