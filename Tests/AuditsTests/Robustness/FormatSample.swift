import TestSupport

/// A small data set of every format that can be read, with something of everything.
struct FormatSample: Sendable, CustomStringConvertible {
  /// The format's id.
  var description: String
  /// Names and contents; the first one is the annotation file that is damaged.
  var files: [(name: String, bytes: [UInt8])]
  /// What is read: the first file, or the folder of all.
  var readsFolder = false

  /// Writes the files, the first one as given, and returns the path to read.
  func write(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> String {
    for file in files.dropFirst() { try folder.write(file.name, file.bytes) }
    let path = try folder.write(files[0].name, bytes)
    return readsFolder ? folder.path : path
  }

  static let all = [coco, voc, cvat, yolo, labelStudio]

  private static let coco = FormatSample(
    description: "coco",
    files: [
      (
        "train.json",
        Array(
          """
          {"images":[{"id":1,"file_name":"a.jpg","width":64,"height":48,"rater_list":["r"],"scene":"city",
          "not_exhaustive_category_ids":[7]},{"id":"b","file_name":"b.jpg"}],
          "categories":[{"id":7,"name":"cat","keypoints":["a","b"],"skeleton":[[1,2]]}],
          "annotations":[{"id":1,"image_id":1,"category_id":7,"bbox":[1,2.5,3e1,4],"area":12.5,"iscrowd":0,
          "keypoints":[1,2,2,9,9,1],"segmentation":[[1,2,3,4,5,6.7]],"rater_id":"r","lead_time":2.5},
          {"image_id":"b","category_id":7,"bbox":[0,0,1,1],"attributes":{"rotation":3,"occluded":true},
          "segmentation":{"counts":"320N5","size":[4,3]}},
          {"image_id":1,"category_id":7,"iscrowd":1,"segmentation":{"counts":[100,20,2952],"size":[48,64]}},
          {"image_id":1,"segments_info":[{"id":3,"category_id":7,"area":9,"bbox":[1,2,3,4]}]}]}
          """.utf8
        )
      )
    ]
  )

  private static let voc = FormatSample(
    description: "voc",
    files: [
      (
        "Annotations/a.xml",
        Array(
          """
          <?xml version="1.0"?><annotation><filename>a.jpg</filename><owner><name>ann</name></owner>
          <size><width>64</width><height>48</height></size><scene>c&amp;y</scene>
          <object><name>cat</name><pose>Left</pose><difficult>1</difficult><truncated>x</truncated>
          <bndbox><xmin>1</xmin><ymin>-1</ymin><xmax>30.5</xmax><ymax>4e1</ymax></bndbox>
          <attributes><attribute><name>rotation</name><value>30</value></attribute></attributes></object>
          <object><name>d\u{F6}g</name><bndbox><xmin>9</xmin><ymin>8</ymin><xmax>7</xmax></bndbox></object>
          </annotation>
          """.utf8
        )
      ),
      ("ImageSets/Main/train.txt", Array("a\n".utf8)),
    ],
    readsFolder: true
  )

  private static let cvat = FormatSample(
    description: "cvat",
    files: [
      (
        "annotations.xml",
        Array(
          """
          <annotations><meta><task><labels><label><name>cat</name><attributes><attribute><name>fur</name>
          <input_type>checkbox</input_type></attribute></attributes></label></labels></task></meta>
          <image id="7" name="a.jpg" subset="train" width="64" height="48">
          <box label="cat" occluded="1" xtl="1" ytl="2.5" xbr="11" ybr="4e0" z_order="2">
          <attribute name="fur">true</attribute></box>
          <polygon label="d\u{F6}g" points="0,0;10,0;10,5.5" group_id="4"/></image>
          <track id="0" label="cat"><box xtl="1" ytl="1" xbr="2" ybr="2"/></track></annotations>
          """.utf8
        )
      )
    ]
  )

  private static let yolo = FormatSample(
    description: "yolo",
    files: [
      ("labels/train/a.txt", Array("0 0.5 0.5 0.25 0.5 0.9\n1 0 0 0.5 0 0.5 0.5\n0 x\n".utf8)),
      ("data.yaml", Array("names: [cat, 'dog']\n".utf8)),
      ("images/train/a.png", png),
    ],
    readsFolder: true
  )

  private static let labelStudio = FormatSample(
    description: "label-studio",
    files: [
      (
        "export.json",
        Array(
          """
          [{"id":1,"annotations":[{"id":11,"completed_by":{"id":3,"email":"a@x.org"},"lead_time":9,"result":[
          {"id":"r","type":"rectanglelabels","from_name":"l","original_width":64,"original_height":48,
          "value":{"x":10,"y":5.5,"width":5,"height":10,"rotation":0,"rectanglelabels":["cat"]},"score":0.5},
          {"id":"r","type":"choices","from_name":"pose","value":{"choices":["sits"]}},
          {"id":"k","type":"keypointlabels","original_width":64,"original_height":48,"parentID":"r",
          "value":{"x":12,"y":6,"keypointlabels":["nose"]}},
          {"id":"p","type":"polygonlabels","original_width":64,"original_height":48,
          "value":{"points":[[0,0],[50,0],[50,10]],"polygonlabels":["dog"]}}]},
          {"id":12,"was_cancelled":true,"result":[]}],"data":{"image":"/data/upload/1/a%20b.jpg"}}]
          """.utf8
        )
      )
    ]
  )

  /// The first bytes of a PNG file of 64 × 48 px, which hold its size.
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 64, 0, 0, 0, 48, 8, 2, 0, 0, 0]
}
