import Annotations
import Audits
import Findings
import Formats
import Foundation
import Imaging
import Metrics
import TestSupport

/// A way in which real annotation files are wrong, and what has to come of it.
struct Malformation: Sendable, CustomStringConvertible {
  enum Expectation: Sendable {
    /// Findings of these rules, others allowed.
    case findings([String])
    /// The file is refused with its place, or a folder with its reason.
    case refusal
    /// It is read as it is meant, without a finding, and why.
    case reading(String)
  }

  /// Its number in the list of malformations; 0 for one that is not in it.
  var number: Int
  var title: String
  /// Names and contents of the files, the first of which is read where `readsFolder` is off.
  var files: [(name: String, bytes: [UInt8])]
  var readsFolder = false
  /// Makes in the folder what is no plain file.
  var arrange: @Sendable (_ folder: String) throws -> Void = { _ in }
  /// Whether the image files beside it are looked at.
  var readsImages = false
  var expectation: Expectation
  /// How many annotations are audited in spite of it.
  var kept: Int

  var description: String { title }

  /// What comes of reading and auditing it.
  func outcome() async throws -> MalformationOutcome {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, file.bytes) }
    try arrange(folder.path)
    let path = readsFolder ? folder.path : "\(folder.path)/\(files[0].name)"
    do throws(FormatError) {
      let detection = try FormatCatalog.detect(path)
      let result = try await detection.format.read(detection.path, threads: 2)
      return MalformationOutcome(
        refusal: nil,
        findings: try await findings(in: result, folder),
        annotations: result.dataset.annotations.count,
        annotators: result.dataset.annotators
      )
    } catch {
      let shown = error.description.replacing(folder.path + "/", with: "")
        .replacing(folder.path, with: "folder")
      return MalformationOutcome(refusal: shown, findings: nil, annotations: 0, annotators: [])
    }
  }
}

extension Malformation {
  private func findings(
    in result: ReadResult,
    _ folder: TemporaryFolder
  ) async throws(FormatError) -> AuditReport.FindingSummary {
    guard readsImages else {
      return await RuleRun(findingsPerRule: 1, threads: 2).findings(in: [result])
    }
    var run = AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 1,
      bootstrap: ImageBootstrap(replicates: 0)
    )
    do throws(ImageError) {
      run.images = ImageSource(name: "images", folder: try ImageFolder(folder.path))
    } catch {
      throw .unreadable(path: folder.path, reason: error.description)
    }
    return await run.report(
      on: Delivery(role: "dataset", name: "", format: "coco", detected: "", result: result)
    ).findings
  }
}

/// What came of a malformation.
struct MalformationOutcome {
  /// The error, without the folder in its path.
  var refusal: String?
  var findings: AuditReport.FindingSummary?
  var annotations: Int
  var annotators: [String]

  /// Ids of the rules that found something.
  var rules: [String] { findings?.rules.filter { $0.count > 0 }.map(\.id) ?? [] }

  /// As a cell of the table.
  var text: String {
    if let refusal { return "refused: `\(refusal)`" }
    let items = findings?.items ?? []
    var parts = items.map { item in
      let place = item.place.map { " `\($0.file):\($0.line):\($0.column)`" } ?? ""
      return "`\(item.rule)`\(place) \(item.message)"
    }
    if parts.isEmpty { parts = ["no finding"] }
    if !annotators.isEmpty { parts.append("annotators: \(annotators.joined(separator: ", "))") }
    parts.append(annotations == 1 ? "1 annotation audited" : "\(annotations) annotations audited")
    return parts.joined(separator: "<br>")
  }
}

/// Short ways to write malformations down.
extension Malformation {
  static let good =
    #"{"id": 9, "image_id": 1, "category_id": 2, "bbox": [60, 10, 20, 30], "area": 600}"#

  /// A COCO file with these annotations before one that is right.
  static func coco(
    _ number: Int,
    _ title: String,
    _ annotations: String...,
    images: String = #"{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}"#,
    categories: String = #"{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}"#,
    last: String = good,
    finds rules: String...,
    kept: Int? = nil,
    reads reason: String = ""
  ) -> Malformation {
    let text = """
      {"images": [\(images)],
       "categories": [\(categories)],
       "annotations": [
        \((annotations + [last]).joined(separator: ",\n  "))]}
      """
    return Malformation(
      number: number,
      title: title,
      files: [("train.json", Array(text.utf8))],
      expectation: rules.isEmpty ? .reading(reason) : .findings(rules),
      kept: kept ?? annotations.count + 1
    )
  }

  /// An annotation of category 1 with these members before and behind what it needs.
  static func record(_ members: String = "", box: String = "[10, 10, 20, 30]") -> String {
    let rest = members.isEmpty ? "" : ", \(members)"
    let area = members.contains("\"area\"") ? "" : ", \"area\": 600"
    let id = members.contains("\"id\"") ? "" : "\"id\": 1, "
    let image = members.contains("\"image_id\"") ? "" : "\"image_id\": 1, "
    let category = members.contains("\"category_id\"") ? "" : "\"category_id\": 1, "
    return "{\(id)\(image)\(category)\"bbox\": \(box)\(area)\(rest)}"
  }

  /// A file of any text that is refused.
  static func refused(_ number: Int, _ title: String, _ text: String) -> Malformation {
    refused(number, title, bytes: Array(text.utf8))
  }

  static func refused(_ number: Int, _ title: String, bytes: [UInt8]) -> Malformation {
    Malformation(
      number: number,
      title: title,
      files: [("train.json", bytes)],
      expectation: .refusal,
      kept: 0
    )
  }

  /// A folder of Pascal VOC with a file of one image and these objects, beside a file that is right.
  static func voc(
    _ number: Int,
    _ title: String,
    _ objects: String...,
    name: String = "a.jpg",
    size: String = "<size><width>100</width><height>80</height></size>",
    head: String = "",
    finds rules: String...,
    kept: Int,
    reads reason: String = ""
  ) -> Malformation {
    let text = """
      \(head)<annotation><filename>\(name)</filename>\(size)
      \(objects.joined(separator: "\n"))
      </annotation>
      """
    return voc(number, title, bytes: Array(text.utf8), finds: rules, kept: kept, reads: reason)
  }

  static func voc(
    _ number: Int,
    _ title: String,
    bytes: [UInt8],
    finds rules: [String],
    kept: Int,
    reads reason: String = ""
  ) -> Malformation {
    let good = """
      <annotation><filename>b.jpg</filename><size><width>100</width><height>80</height></size>
      \(object(name: "dog", 60, 11, 80, 41))
      </annotation>
      """
    return Malformation(
      number: number,
      title: title,
      files: [("a.xml", bytes), ("b.xml", Array(good.utf8))],
      readsFolder: true,
      expectation: rules.isEmpty ? .reading(reason) : .findings(rules),
      kept: kept
    )
  }

  /// An `<object>` of Pascal VOC; the corners are left, top, right and bottom, each written as it is.
  static func object(name: String = "cat", _ corners: Any..., more: String = "") -> String {
    let names = ["xmin", "ymin", "xmax", "ymax"]
    let box = zip(names, corners).map { "<\($0)>\($1)</\($0)>" }.joined()
    return "<object><name>\(name)</name>\(more)<bndbox>\(box)</bndbox></object>"
  }
}
