import Annotations
import Formats
import FoundationEssentials

/// What a conversion read, wrote and lost.
struct ConversionReport: Encodable {
  var from: String
  var to: String
  var images: Int
  var annotations: Int
  /// Records of the input that could not be used, and are therefore not in the output.
  var quarantined: Int
  var lost: [Lost]

  struct Lost: Encodable {
    var kind: String
    var count: Int
  }

  init(from: String, to: String, result: ReadResult, loss: ConversionLoss) {
    self.from = from
    self.to = to
    images = result.dataset.images.count
    annotations = result.dataset.annotations.count
    quarantined = result.quarantined.count
    lost = loss.records.map { Lost(kind: $0.kind.rawValue, count: $0.count) }
  }

  /// One JSON object with sorted keys.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("texts and whole numbers have a JSON form")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  var text: String {
    var text = "\(images) images and \(annotations) annotations read, from \(from) to \(to)\n"
    if quarantined > 0 {
      text += "\(quarantined) records of the input are unusable and left out\n"
    }
    text +=
      lost.isEmpty ? "nothing of what was read is lost\n" : "lost, because \(to) cannot hold it:\n"
    let width = lost.map { String($0.count).count }.max() ?? 0
    for entry in lost {
      let count = String(entry.count)
      text += "  \(String(repeating: " ", count: width - count.count))\(count) \(entry.kind)\n"
    }
    return text
  }
}
