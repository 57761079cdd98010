import Annotations
import Geometry

/// The records of a data set as JSON objects of COCO.
struct COCORecords {
  private(set) var loss = ConversionLoss()
  private let dataset: Dataset
  private let imageIDs: [Int64]
  private let categoryIDs: [Int64]
  private let annotationIDs: [Int64]

  init(_ dataset: Dataset) {
    self.dataset = dataset
    imageIDs = Self.numbers(dataset.images.ids)
    categoryIDs = Self.numbers(dataset.categories.ids)
    annotationIDs = Self.numbers(dataset.annotations.ids)
    for (kind, ids, numbers) in [
      (ConversionLoss.Kind.annotationIDs, dataset.annotations.ids, annotationIDs),
      (.imageIDs, dataset.images.ids, imageIDs),
      (.categoryIDs, dataset.categories.ids, categoryIDs),
    ] {
      loss.add(kind, zip(ids, numbers).count { $0 != .absent && $0 != .number($1) })
    }
  }

  func image(_ row: Int) -> String {
    let images = dataset.images
    var members = [
      ("id", String(imageIDs[row])), ("file_name", JSONOutput.string(images.fileNames[row])),
    ]
    if let size = images.sizes[row] {
      members += [("width", String(size.width)), ("height", String(size.height))]
    }
    if let scene = images.scenes[row] { members.append(("scene", text(scene))) }
    if let split = images.splits[row] { members.append(("split", text(split))) }
    if images.hasAssignment[row] {
      let names = images.assigned[row].map { JSONOutput.string(dataset.annotators[Int($0)]) }
      members.append(("rater_list", "[\(names.joined(separator: ", "))]"))
    }
    let partial = images.notExhaustive[row].map { String(categoryIDs[Int($0)]) }
    if !partial.isEmpty {
      members.append(("not_exhaustive_category_ids", "[\(partial.joined(separator: ", "))]"))
    }
    return JSONOutput.object(members)
  }

  func category(_ row: Int) -> String {
    let categories = dataset.categories
    var members = [
      ("id", String(categoryIDs[row])), ("name", JSONOutput.string(categories.names[row])),
    ]
    let parent = categories.supercategories[row]
    if !parent.isEmpty { members.append(("supercategory", JSONOutput.string(parent))) }
    let names = categories.keypointNames[row].map { text($0) }
    if !names.isEmpty { members.append(("keypoints", "[\(names.joined(separator: ", "))]")) }
    // Positions are counted from 1 in COCO.
    let limbs = categories.skeletons[row].map { "[\($0.from &+ 1), \($0.to &+ 1)]" }
    if !limbs.isEmpty { members.append(("skeleton", "[\(limbs.joined(separator: ", "))]")) }
    return JSONOutput.object(members)
  }

  /// The annotation, or `nil` where it has no declared image or category.
  ///
  /// `added` are attributes beside its own, as JSON values; they take the place of its own of that name.
  mutating func annotation(
    _ row: Int,
    added: [(name: String, value: String)] = []
  ) -> String? {
    let table = dataset.annotations
    guard table.images[row] != AnnotationTable.noImage else {
      loss.add(.annotationsWithoutImage)
      return nil
    }
    guard table.categories[row] != AnnotationTable.noCategory else {
      loss.add(.annotationsWithoutCategory)
      return nil
    }
    let box = table.boxes[row]
    var members = [
      ("id", String(annotationIDs[row])),
      ("image_id", String(imageIDs[Int(table.images[row])])),
      ("category_id", String(categoryIDs[Int(table.categories[row])])),
      ("bbox", JSONOutput.list([box.x, box.y, box.width, box.height])),
      ("area", PlainNumber.text(table.statedAreas[row] ?? box.area)),
      ("iscrowd", table.flags[row].contains(.crowd) ? "1" : "0"),
    ]
    if table.flags[row].contains(.ignore) { members.append(("ignore", "1")) }
    if let outline = outline(row) { members.append(("segmentation", outline)) }
    let keypoints = dataset.keypoints(ofAnnotation: row)
    if !keypoints.isEmpty {
      let numbers = keypoints.flatMap { [$0.x, $0.y, Double($0.visibility.rawValue)] }
      members.append(("keypoints", JSONOutput.list(numbers)))
      let labelled = keypoints.count { $0.visibility != .unlabelled }
      members.append(("num_keypoints", String(labelled)))
    }
    if let score = table.scores[row] { members.append(("score", PlainNumber.text(score))) }
    if table.annotators[row] != AnnotationTable.noAnnotator {
      let name = dataset.annotators[Int(table.annotators[row])]
      members.append(("annotator", JSONOutput.string(name)))
    }
    if let seconds = table.seconds[row] {
      members.append(("annotation_time", PlainNumber.text(seconds)))
    }
    if let attributes = attributes(row, added) { members.append(("attributes", attributes)) }
    return JSONOutput.object(members)
  }

  /// The `number`-th object that is no annotation of the data set, with an id beyond those of its
  /// annotations.
  func proposal(
    _ number: Int64,
    _ image: Int,
    _ category: Int,
    _ box: Box,
    score: Double,
    added: [(name: String, value: String)]
  ) -> String {
    // Where an id is the largest of all, wrapping around is better than ending.
    let id = (annotationIDs.max() ?? 0) &+ number
    return JSONOutput.object([
      ("id", String(id)), ("image_id", String(imageIDs[image])),
      ("category_id", String(categoryIDs[category])),
      ("bbox", JSONOutput.list([box.x, box.y, box.width, box.height])),
      ("area", PlainNumber.text(box.area)), ("iscrowd", "0"), ("score", PlainNumber.text(score)),
      ("attributes", Self.attributes(added)),
    ])
  }

  private static func attributes(_ members: [(name: String, value: String)]) -> String {
    let texts = members.map { "\(JSONOutput.string($0.name)): \($0.value)" }
    return "{\(texts.joined(separator: ", "))}"
  }

  private func outline(_ row: Int) -> String? {
    switch dataset.annotations.segmentations[row] {
    case .none: return nil
    case .polygons(let rings):
      let lists = rings.map { JSONOutput.list(dataset.segmentation.rings[Int($0)]) }
      return "[\(lists.joined(separator: ", "))]"
    case .mask(let mask):
      let size = dataset.segmentation.maskSizes[Int(mask)]
      let runs = dataset.segmentation.runs[Int(mask)].map { String($0) }.joined(separator: ", ")
      return #"{"counts": [\#(runs)], "size": [\#(size.height), \#(size.width)]}"#
    }
  }

  /// The attributes, and the flags that COCO has no key for.
  private mutating func attributes(
    _ row: Int,
    _ added: [(name: String, value: String)]
  ) -> String? {
    var members = added
    for attribute in dataset.attributes(ofAnnotation: row) {
      let name = dataset.strings[attribute.name]
      // A key may stand once in an object.
      guard !members.contains(where: { $0.name == name }) else {
        loss.add(.attributes)
        continue
      }
      let value =
        switch attribute.value {
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): PlainNumber.text(number)
        case .text(let code): text(code)
        case .null: "null"
        }
      members.append((name, value))
    }
    let flags = dataset.annotations.flags[row]
    for (flag, name) in [
      (AnnotationFlags.difficult, "difficult"), (.occluded, "occluded"), (.truncated, "truncated"),
    ] where flags.contains(flag) && !members.contains(where: { $0.name == name }) {
      members.append((name, "true"))
    }
    guard !members.isEmpty else { return nil }
    return Self.attributes(members)
  }

  private func text(_ code: StringCode) -> String { JSONOutput.string(dataset.strings[code]) }

  /// The ids where all are numbers that differ, and 1, 2, … otherwise.
  private static func numbers(_ ids: [RecordID]) -> [Int64] {
    let numbers = ids.compactMap { id in if case .number(let number) = id { number } else { nil } }
    let isUsable = numbers.count == ids.count && Set(numbers).count == ids.count
    return isUsable ? numbers : ids.indices.map { Int64($0) + 1 }
  }
}
