extension Malformation {
  /// Of COCO JSON, in the order of the list.
  static let coco: [Malformation] =
    ids + values + boxes + outlines + images + tables + syntax

  private static let ids: [Malformation] = [
    .coco(
      1,
      "ids of images and annotations that are texts",
      record(#""id": "x1""#),
      finds: "text-id"
    ),
    .coco(
      1,
      "ids that are numbers here and texts there",
      record(#""image_id": "1""#),
      finds: "dangling-image"
    ),
    .coco(
      2,
      "'category_id' written as a text",
      record(#""category_id": "1""#),
      finds: "undefined-category"
    ),
    .coco(
      2,
      "'iscrowd' 0.0 or null, 'segmentation' null",
      record(#""iscrowd": 0.0, "segmentation": null"#),
      record(#""id": 2, "iscrowd": null"#, box: "[10, 45, 20, 30]"),
      reads: "they mean 0 and none"
    ),
    .coco(
      3,
      "'category_id' with a fraction",
      record(#""category_id": 1.5"#),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      3,
      "'category_id' 1.0",
      record(#""category_id": 1.0"#),
      reads: "it is the whole number 1"
    ),
    .coco(
      4,
      "no 'area'",
      #"{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}"#,
      finds: "missing-member"
    ),
    .coco(4, "'area' is 0", record(#""area": 0"#), finds: "area-box-mismatch"),
    .coco(
      5,
      "no 'id' of an annotation",
      #"{"image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 600}"#,
      finds: "missing-member"
    ),
    .coco(
      6,
      "the same 'id' on several annotations",
      record(),
      record(box: "[10, 45, 20, 30]"),
      finds: "duplicate-annotation-id"
    ),
    .coco(
      6,
      "all ids are 0",
      record(#""id": 0"#),
      record(#""id": 0"#, box: "[10, 45, 20, 30]"),
      finds: "duplicate-annotation-id",
      "zero-annotation-id"
    ),
    .coco(
      6,
      "ids that are unique within their image only",
      record(),
      record(#""image_id": 2"#),
      images:
        #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}, {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}"#,
      finds: "duplicate-annotation-id"
    ),
    .coco(
      0,
      "an 'id' of an image with a fraction",
      record(),
      record(#""id": 2, "image_id": 1.5"#),
      images:
        #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}, {"id": 1.5, "file_name": "b.jpg", "width": 100, "height": 80}"#,
      finds: "unusable-record",
      kept: 2
    ),
    .refused(
      7,
      "annotations as an object, keyed by id",
      #"{"images": [], "categories": [], "annotations": {"1": {"image_id": 1}}}"#
    ),
  ]

  private static let boxes: [Malformation] = [
    .coco(
      8,
      "'bbox' is an object",
      record(box: #"{"x": 1, "y": 2, "w": 3, "h": 4}"#),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      9,
      "corners written as [x, y, width, height]",
      record(box: "[70, 50, 95, 75]"),
      record(#""id": 2"#, box: "[60, 40, 90, 70]"),
      last: record(#""id": 3"#, box: "[55, 45, 99, 79]"),
      finds: "corners-written-as-size"
    ),
    .coco(
      10,
      "'bbox' is [0, 0, 0, 0]",
      record(#""area": 0, "segmentation": []"#, box: "[0, 0, 0, 0]"),
      finds: "degenerate-box"
    ),
    .coco(0, "'bbox' with 3 numbers", record(box: "[1, 2, 3]"), finds: "unusable-record", kept: 1),
    .coco(
      0,
      "'bbox' with texts",
      record(box: #"["1", "2", "3", "4"]"#),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      0,
      "sides of the box are negative",
      record(box: "[40, 40, -20, -30]"),
      finds: "degenerate-box"
    ),
    .coco(
      27,
      "a rotated box of 5 numbers",
      record(box: "[10, 10, 20, 30, 45]"),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      27,
      "a rotation among the attributes",
      record(#""attributes": {"rotation": 45.0}"#),
      finds: "rotated-box"
    ),
  ]

  private static let outlines: [Malformation] = [
    .coco(
      0,
      "an 'area' that the polygon has not",
      record(#""segmentation": [[10, 10, 30, 10, 10, 40]]"#),
      finds: "area-polygon-mismatch"
    ),
    .coco(
      0,
      "two outlines of one category that share most of their pixels",
      record(
        #""area": 3550, "segmentation": [[10, 10, 60, 10, 70, 20, 70, 70, 10, 70]]"#,
        box: "[10, 10, 60, 60]"
      ),
      record(
        #""id": 2, "area": 260, "segmentation": [[60, 20, 70, 20, 76, 40, 60, 40]]"#,
        box: "[60, 20, 16, 20]"
      ),
      finds: "overlapping-outlines"
    ),
    .coco(
      0,
      "'num_keypoints' is 17 without a keypoint",
      record(#""num_keypoints": 17"#),
      finds: "keypoint-number-mismatch"
    ),
    .coco(11, "'segmentation' is []", record(#""segmentation": []"#), finds: "empty-segmentation"),
    .coco(
      11,
      "'segmentation' is [[]]",
      record(#""segmentation": [[]]"#),
      finds: "empty-segmentation"
    ),
    .coco(
      12,
      "'segmentation' is a flat list",
      record(#""segmentation": [10, 10, 30, 10, 30, 40]"#),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      13,
      "a polygon of 4 numbers, which some tools take for a box",
      record(#""segmentation": [[10, 10, 30, 40]]"#),
      finds: "malformed-outline"
    ),
    .coco(
      14,
      "a polygon of one point",
      record(#""segmentation": [[20, 25]]"#),
      finds: "malformed-outline"
    ),
    .coco(
      14,
      "a polygon with an odd number of coordinates",
      record(#""segmentation": [[10, 10, 30, 10, 30, 40, 10]]"#),
      finds: "malformed-outline"
    ),
    .coco(
      15,
      "run lengths as the text of Python's bytes",
      record(#""segmentation": {"counts": "b'0123'", "size": [80, 100]}"#),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      15,
      "run lengths as a list, or with runs of 0",
      record(
        #""area": 4, "segmentation": {"counts": [810, 2, 78, 0, 0, 2, 7108], "size": [80, 100]}"#,
        box: "[10, 10, 2, 2]"
      ),
      finds: "mis-click"
    ),
    .coco(
      15,
      "run lengths that do not add up",
      record(#""segmentation": {"counts": [810, 2], "size": [80, 100]}"#),
      finds: "malformed-outline"
    ),
    .coco(
      15,
      "a mask of another size than its image",
      record(#""segmentation": {"counts": [10, 600, 190], "size": [40, 20]}"#),
      finds: "mask-size-mismatch"
    ),
  ]

  private static let tables: [Malformation] = [
    .coco(
      16,
      "ids of categories that start at 0",
      record(),
      record(#""id": 2, "category_id": 0"#, box: "[10, 45, 20, 30]"),
      categories: #"{"id": 0, "name": "cow"}, {"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}"#,
      reads: "0 is an id like any other"
    ),
    .coco(
      16,
      "gaps between the ids of categories",
      record(),
      categories: #"{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}, {"id": 9, "name": "cow"}"#,
      finds: "category-id-gap"
    ),
    .coco(
      16,
      "a huge id of a category, which some tools allocate",
      record(#""category_id": 74673216"#),
      categories: #"{"id": 74673216, "name": "cat"}, {"id": 2, "name": "dog"}"#,
      finds: "category-id-gap"
    ),
    .coco(
      17,
      "Roboflow's phantom category 0",
      record(),
      categories:
        #"{"id": 0, "name": "pets"}, {"id": 1, "name": "cat", "supercategory": "pets"}, {"id": 2, "name": "dog", "supercategory": "pets"}"#,
      finds: "phantom-category-zero"
    ),
    .coco(
      17,
      "two categories of one name",
      record(),
      categories: #"{"id": 1, "name": "dog"}, {"id": 2, "name": "dog"}"#,
      finds: "duplicate-category-name"
    ),
    .coco(
      0,
      "an empty category name",
      record(),
      categories: #"{"id": 1, "name": ""}, {"id": 2, "name": "dog"}"#,
      finds: "empty-category-name"
    ),
    .coco(
      0,
      "two categories of one id",
      record(),
      categories: #"{"id": 1, "name": "cat"}, {"id": 1, "name": "cow"}, {"id": 2, "name": "dog"}"#,
      finds: "duplicate-category-id"
    ),
    .coco(
      26,
      "annotators named by e-mail",
      record(#""annotator": "ann@x.org""#),
      record(#""id": 2, "annotator": "bob@x.org""#, box: "[11, 10, 20, 30]"),
      reads: "boxes of two people are no duplicates"
    ),
    .coco(
      26,
      "one annotator's box exported twice",
      record(#""annotator": "ann@x.org""#),
      record(#""id": 2, "annotator": "ann@x.org""#),
      finds: "duplicate-box"
    ),
    .coco(
      38,
      "a crowd mask that is drawn in mockery, beside everything",
      record(
        #""iscrowd": 1, "area": 600, "segmentation": {"counts": [\#(mockery)], "size": [80, 100]}"#
      ),
      reads: "a well-formed drawing has to be seen; regions take no part in matching"
    ),
    .coco(
      38,
      "a crowd mask that is drawn over objects",
      record(#""id": 3"#),
      record(
        #""iscrowd": 1, "area": 600, "segmentation": {"counts": [\#(mockery)], "size": [80, 100]}"#
      ),
      finds: "region-over-object"
    ),
    .coco(
      38,
      "a crowd mask over the whole image",
      record(
        #""iscrowd": 1, "area": 8000, "segmentation": {"counts": [0, 8000], "size": [80, 100]}"#,
        box: "[0, 0, 100, 80]"
      ),
      finds: "region-over-image"
    ),
    .coco(
      38,
      "a crowd mask of nothing",
      record(#""iscrowd": 1, "area": 0, "segmentation": {"counts": [8000], "size": [80, 100]}"#),
      finds: "empty-mask"
    ),
  ]

  /// A block of 20 × 30 px from (10, 10), as run lengths.
  private static let mockery: String = {
    let columns = (0..<20).map { $0 == 0 ? "810, 30" : "50, 30" }
    return columns.joined(separator: ", ") + ", 5640"
  }()

  private static let images: [Malformation] = [
    .coco(
      18,
      "an image without annotations: empty, or not annotated?",
      record(),
      images:
        #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}, {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}"#,
      finds: "image-without-annotations"
    ),
    .coco(
      19,
      "no width and height",
      record(),
      images: #"{"id": 1, "file_name": "a.jpg"}"#,
      finds: "missing-image-size"
    ),
    .refused(19, "no list 'images'", #"{"categories": [], "annotations": []}"#),
    .coco(
      20,
      "an 'image_id' that no image has",
      record(#""image_id": 4711"#),
      finds: "dangling-image"
    ),
    .coco(
      21,
      "width and height exchanged",
      record(),
      images: #"{"id": 1, "file_name": "a.jpg", "width": 70, "height": 100}"#,
      finds: "box-out-of-bounds"
    ),
    .coco(
      24,
      "backslashes and '..' in 'file_name'",
      record(),
      images: #"{"id": 1, "file_name": "..\\..\\a.jpg", "width": 100, "height": 80}"#,
      finds: "unportable-file-name"
    ),
    .coco(
      24,
      "a drive letter in 'file_name'",
      record(),
      images: #"{"id": 1, "file_name": "D:/data/a.jpg", "width": 100, "height": 80}"#,
      finds: "unportable-file-name"
    ),
    .coco(
      34,
      "dots within 'file_name'",
      record(),
      images: #"{"id": 1, "file_name": "a.b.c.jpg", "width": 100, "height": 80}"#,
      reads: "the last one starts the ending"
    ),
    .coco(
      24,
      "names that differ in their ending only",
      record(),
      record(#""id": 2, "image_id": 2"#),
      images:
        #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}, {"id": 2, "file_name": "a.png", "width": 100, "height": 80}"#,
      finds: "repeated-image-stem"
    ),
    .coco(
      24,
      "one file under several image ids, one for each annotator",
      record(#""annotator": "ann""#),
      record(#""id": 2, "image_id": 2, "annotator": "bob""#),
      images:
        #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}, {"id": 2, "file_name": "a.jpg", "width": 100, "height": 80}"#,
      finds: "repeated-image-file"
    ),
    .coco(
      24,
      "one image id for several files",
      record(),
      images:
        #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}, {"id": 1, "file_name": "b.jpg", "width": 100, "height": 80}"#,
      finds: "duplicate-image-id"
    ),
    .coco(
      25,
      "a 'file_name' that leads out of the folder",
      record(),
      images: #"{"id": 1, "file_name": "../../etc/passwd.jpg", "width": 100, "height": 80}"#,
      finds: "unportable-file-name"
    ),
    .coco(
      34,
      "a 'file_name' without ending",
      record(),
      images: #"{"id": 1, "file_name": "a", "width": 100, "height": 80}"#,
      finds: "file-name-without-ending"
    ),
  ]

  private static let values: [Malformation] = [
    .coco(22, "NaN in a box", record(box: "[NaN, 10, 20, 30]"), finds: "unusable-record", kept: 1),
    .coco(
      22,
      "Infinity as an area",
      record(#""area": Infinity"#),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      0,
      "a number beyond the range of doubles",
      record(box: "[10, 10, 1e999, 30]"),
      finds: "unusable-record",
      kept: 1
    ),
    .coco(
      0,
      "a number of 1,000 digits",
      record(box: "[10, 10, 20.\(String(repeating: "1", count: 1000)), 30]"),
      reads: "it is rounded once"
    ),
    .coco(
      0,
      "an id of 30 digits",
      record(#""id": 123456789012345678901234567890"#),
      finds: "text-id"
    ),
    .coco(
      0,
      "a key given twice",
      #"{"id": 1, "id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]}"#,
      finds: "unusable-record",
      kept: 1
    ),
  ]

  private static let start = #"{"images": [], "categories": [],"# + "\n "

  private static let syntax: [Malformation] = [
    .refused(22, "a trailing comma", start + #""annotations": [{"id": 1,}]}"#),
    .refused(22, "a missing comma", start + #""annotations": [{"id": 1} {"id": 2}]}"#),
    Malformation(
      number: 23,
      title: "a byte-order mark",
      files: [
        (
          "train.json",
          [0xEF, 0xBB, 0xBF]
            + Array(
              #"{"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}], "categories": [{"id": 2, "name": "dog"}], "annotations": [\#(good)]}"#
                .utf8
            )
        )
      ],
      expectation: .reading("UTF-8 may start with it"),
      kept: 1
    ),
    .refused(
      0,
      "UTF-16",
      bytes: [0xFF, 0xFE]
        + Array((start + #""annotations": []}"#).utf16).flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    ),
    .refused(0, "a NUL byte", start + "\0\"annotations\": []}"),
    .refused(
      35,
      "Latin-1 in place of UTF-8",
      bytes: Array(#"{"images": [], "x": ""#.utf8) + [0xE9, 0x22, 0x7D]
    ),
    .refused(0, "a file that is cut", start + #""annotations": [{"id": 1, "bbox": [1, 2"#),
    .refused(0, "an empty file", ""),
    .refused(
      0,
      "lists nested 100,000 deep",
      start + #""annotations": "# + String(repeating: "[", count: 100_000)
    ),
  ]
}
