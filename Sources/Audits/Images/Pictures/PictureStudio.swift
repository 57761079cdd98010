import Annotations
import Findings
import FoundationEssentials
import Geometry
import Imaging

/// Cuts the parts of images that are asked for, each image read once.
struct PictureStudio: Sendable {
  let source: ImageSource
  let threads: Int
  /// By file name: the size that the data set says, which tells whether its boxes are those of a turned image.
  let statedSizes: [String: ImageSize]

  /// Pixels of a picture's longer side.
  static let longest = 160
  /// Bytes of a picture's JPEG file.
  static let maximumBytes = 12_000

  /// The findings with the pictures that were asked for beside them.
  func added(
    _ requests: [PictureRequest],
    to findings: AuditReport.FindingSummary
  ) async -> AuditReport.FindingSummary {
    var findings = findings
    for (request, picture) in zip(requests, await pictures(requests)) {
      guard let picture else { continue }
      let earlier = findings.items[request.finding].pictures ?? []
      findings.items[request.finding].pictures = earlier + [picture]
    }
    return findings
  }

  /// A picture for each request, or `nil` where there is none: no file, or nothing of the subject in it.
  private func pictures(_ requests: [PictureRequest]) async -> [Picture?] {
    var groups: [[Int]] = []
    var groupOfImage: [String: Int] = [:]
    for (index, request) in requests.enumerated() {
      if let group = groupOfImage[request.image] {
        groups[group].append(index)
      } else {
        groupOfImage[request.image] = groups.count
        groups.append([index])
      }
    }
    let made = await inOrder(groups, threads: threads) { indices in
      self.pictures(ofOneImage: indices.map { requests[$0] })
    }
    var pictures = [Picture?](repeating: nil, count: requests.count)
    for (indices, made) in zip(groups, made) {
      for (index, picture) in zip(indices, made) { pictures[index] = picture }
    }
    return pictures
  }

  private func pictures(ofOneImage requests: [PictureRequest]) -> [Picture?] {
    guard let name = requests.first?.image else { return [] }
    do throws(ImageError) {
      let data = try ImageData(source.folder.bytes(of: name))
      let whole = Double(max(data.size.width, data.size.height))
      // No picture is made of fewer pixels than it has room for, where the image has them.
      let smallest = requests.map { $0.region.map { max($0.width, $0.height) } ?? whole }.min()
      let image = try ScaledImage(
        data,
        isTurned: data.isLabelledTurned(stated: statedSizes[name]),
        shortest: smallest,
        atLeast: Self.longest
      )
      return requests.map { Self.picture($0, in: image) }
    } catch {
      return requests.map { _ in nil }
    }
  }

  private static func picture(_ request: PictureRequest, in image: ScaledImage) -> Picture? {
    let (width, height) = (Double(image.size.width), Double(image.size.height))
    let whole = Box(x: 0, y: 0, width: width, height: height)
    guard let part = image.visible(request.region ?? whole),
      let raster = image.thumbnail(of: part, longest: longest),
      let file = JPEGEncoder.bytes(of: raster, atMost: maximumBytes)
    else { return nil }
    return Picture(
      caption: request.caption,
      region: [part.x, part.y, part.width, part.height],
      boxes: request.boxes.map { [$0.x, $0.y, $0.width, $0.height] },
      jpeg: Data(file).base64EncodedString()
    )
  }
}

extension ImageData {
  /// Whether a record of this size was labelled on the picture as it is shown, not as it is stored.
  ///
  /// Only a turn that exchanges the sides can be told by the size; else boxes are taken to be those of the
  /// stored pixels.
  func isLabelledTurned(stated: ImageSize?) -> Bool {
    guard let stated, orientation.exchangesSides else { return false }
    return stated != size && stated == orientation.shown(size)
  }
}
