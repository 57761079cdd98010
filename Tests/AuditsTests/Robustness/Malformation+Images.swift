/// Of image files, audited with '--images'.
extension Malformation {
  static let imageFiles: [Malformation] = [
    .image(
      21,
      "an image file of another size than the record's",
      jpeg(orientation: 1),
      width: 9,
      finds: "image-size-mismatch"
    ),
    .image(0, "an image file that is not there", nil, finds: "missing-image-file"),
    .image(
      0,
      "an image file that is cut",
      Array(jpeg(orientation: 1).dropLast(40)),
      finds: "unreadable-image-file"
    ),
    .image(0, "an image file that is a text", Array("a".utf8), finds: "unreadable-image-file"),
  ]

  /// A COCO file with one annotated image of 8 px in height, and the image's bytes beside it.
  private static func image(
    _ number: Int,
    _ title: String,
    _ bytes: [UInt8]?,
    width: Int = 8,
    finds rule: String
  ) -> Malformation {
    var image = coco(
      number,
      title,
      images: #"{"id": 1, "file_name": "a.jpg", "width": \#(width), "height": 8}"#,
      categories: #"{"id": 2, "name": "dog"}"#,
      last: #"{"id": 9, "image_id": 1, "category_id": 2, "bbox": [1, 1, 4, 5], "area": 20}"#
    )
    image.expectation = .findings([rule])
    image.readsImages = true
    if let bytes { image.files.append(("a.jpg", bytes)) }
    return image
  }

  /// A grey JPEG of 8 × 8 px: one code in each table, one block of which all coefficients are 0.
  private static func jpeg(orientation: UInt8) -> [UInt8] {
    let counts: [UInt8] = [1] + [UInt8](repeating: 0, count: 15)
    let tiff: [UInt8] =
      [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(8 + tiff.count)] + Array("Exif".utf8) + [0, 0] + tiff
      + [0xFF, 0xDB, 0, 0x43, 0] + [UInt8](repeating: 1, count: 64)
      + [0xFF, 0xC0, 0, 0x0B, 8, 0, 8, 0, 8, 1, 1, 0x11, 0]
      + [0xFF, 0xC4, 0, 0x14, 0] + counts + [0, 0xFF, 0xC4, 0, 0x14, 0x10] + counts + [0]
      + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x3F, 0xFF, 0xD9]
  }
}
