/// The names of the categories: of `data.yaml`, or of `obj.names` or `classes.txt` with one a line.
struct YOLONames: Equatable {
  struct Name: Equatable {
    var text: String
    /// Counted from 1.
    var line: Int
  }

  /// By category number.
  var names: [Name] = []
  /// Whether annotations carry keypoints, which lines do not tell from outlines.
  var hasKeypoints = false

  struct Problem: Error, Equatable {
    var line: Int
    var column: Int
    var text: String
  }

  /// One name a line; an empty line has none, but counts unless nothing follows.
  init(list text: String) {
    names = YOLOText.lines(text).enumerated().map {
      Name(text: YOLOText.trimmed($0.element), line: $0.offset + 1)
    }
    while names.last?.text.isEmpty == true { names.removeLast() }
  }

  init() {}
}
