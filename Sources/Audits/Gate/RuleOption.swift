package import Findings

/// A tolerance of a rule that a policy can set.
package struct RuleOption: Sendable {
  package let rule: String
  package let name: String
  /// What it is, with its unit.
  package let summary: String
  package let read: @Sendable (RuleSettings) -> Double
  package let write: @Sendable (inout RuleSettings, Double) -> Void

  /// How a report's parameters name it.
  package var parameter: String { "rule \(rule) \(name)" }

  private init(
    _ rule: String,
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (RuleSettings) -> Double,
    _ write: @escaping @Sendable (inout RuleSettings, Double) -> Void
  ) {
    self.rule = rule
    self.name = name
    self.summary = summary
    self.read = read
    self.write = write
  }

  package static let all: [RuleOption] = [
    RuleOption(
      "box-out-of-bounds",
      "tolerance",
      "how far a box or keypoint may reach over an edge of its image, in px",
      { $0.boundsTolerance },
      { $0.boundsTolerance = $1 }
    ),
    RuleOption(
      "polygon-outside-box",
      "tolerance",
      "how far a polygon or mask may reach over an edge of its box, in px",
      { $0.polygonTolerance },
      { $0.polygonTolerance = $1 }
    ),
    RuleOption(
      "area-box-mismatch",
      "tolerance",
      "how far a stated area may be from the measured one, as a share",
      { $0.areaTolerance },
      { $0.areaTolerance = $1 }
    ),
    RuleOption(
      "area-box-mismatch",
      "crowd-tolerance",
      "the same for crowd regions",
      { $0.crowdAreaTolerance },
      { $0.crowdAreaTolerance = $1 }
    ),
    RuleOption(
      "area-polygon-mismatch",
      "tolerance",
      "how far a stated area may be from that of the polygons, as a share",
      { $0.polygonAreaTolerance },
      { $0.polygonAreaTolerance = $1 }
    ),
    RuleOption(
      "overlapping-outlines",
      "share",
      "the share of the smaller outline, or of an object in a crowd region, from which two count as one",
      { $0.outlineShare },
      { $0.outlineShare = $1 }
    ),
    RuleOption(
      "region-over-image",
      "share",
      "the share of its image that a crowd or ignore region must cover",
      { $0.regionImageShare },
      { $0.regionImageShare = $1 }
    ),
    RuleOption(
      "whole-image-box",
      "iou",
      "IoU with the image from which a box counts as all of it",
      { $0.wholeImageIoU },
      { $0.wholeImageIoU = $1 }
    ),
    RuleOption(
      "near-duplicate-box",
      "iou",
      "IoU from which two boxes of one category count as one object drawn twice",
      { $0.nearDuplicateIoU },
      { $0.nearDuplicateIoU = $1 }
    ),
    RuleOption(
      "mis-click",
      "side",
      "the longest side of a box that a click makes, in px",
      { $0.misClickSide },
      { $0.misClickSide = $1 }
    ),
    RuleOption(
      "keypoint-outside-box",
      "tolerance",
      "how far a visible keypoint may be outside the box, as a share of each side",
      { $0.keypointBoxTolerance },
      { $0.keypointBoxTolerance = $1 }
    ),
    RuleOption(
      "dominating-category",
      "share",
      "the share of all annotations from which a category dominates",
      { $0.dominatingShare },
      { $0.dominatingShare = $1 }
    ),
    RuleOption(
      "size-outlier",
      "factor",
      "how many times the median's area, or how small a part of it, an outlier has at least",
      { $0.sizeOutlierFactor },
      { $0.sizeOutlierFactor = $1 }
    ),
    RuleOption(
      "aspect-outlier",
      "factor",
      "the same for the ratio of width to height",
      { $0.aspectOutlierFactor },
      { $0.aspectOutlierFactor = $1 }
    ),
  ]

  /// Those that a policy sets, with its values.
  package static func set(by policy: Policy) -> [(option: RuleOption, value: Double)] {
    policy.rules.flatMap { rule in
      all.compactMap { option in
        option.rule == rule.id ? rule.options[option.name].map { (option, $0) } : nil
      }
    }
  }
}

extension RuleSettings {
  /// These settings with those of a policy.
  package func applying(_ policy: Policy) -> RuleSettings {
    var settings = self
    for (option, value) in RuleOption.set(by: policy) { option.write(&settings, value) }
    return settings
  }
}

extension AuditReport {
  /// The report with the tolerances that a policy sets among its parameters, as they were used.
  package func noting(_ settings: RuleSettings, of policy: Policy) -> AuditReport {
    var report = self
    for (option, _) in RuleOption.set(by: policy) {
      report.parameters[option.parameter] = .number(option.read(settings))
    }
    return report
  }

  /// Tolerances of a policy that the rules of this report were not run with.
  package func tolerancesMissing(of policy: Policy) -> [String] {
    RuleOption.set(by: policy).filter { parameters[$0.option.parameter] != .number($0.value) }
      .map { "\($0.option.name) of \($0.option.rule)" }
  }
}
