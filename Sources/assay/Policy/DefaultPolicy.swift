/// The policy that `assay init` writes: a start that anybody can read, and that sound data pass.
enum DefaultPolicy {
  /// `schema` is the path of a JSON Schema as seen from the policy; `nil` for none.
  static func text(schema: String?) -> String {
    (schema.map { "# yaml-language-server: $schema=\($0)\n" } ?? "") + body
  }

  private static let body = """
    # What a delivery must reach.
    #
    #   assay audit DATASET --policy assay.yml          judges one delivery
    #   assay compare A B --policy assay.yml            judges two annotators of the same images
    #   assay gate report.json --policy assay.yml       judges a stored report
    #
    # The exit code is 1 where a clause fails. 'assay metrics' and 'assay rules' list what can be named here,
    # 'assay explain ID' says what it means.
    version: 1

    # IoU thresholds by name. These four are there anyway; change them or add others.
    tiers:
      loose: 0.5
      standard: 0.65
      tight: 0.75
      pixel: 0.9

    # Promises about numbers. Where there is an interval, its worse end has to reach the target: the data must
    # show it. With fewer than 'minimum-n' (30) the verdict is inconclusive, which fails nothing unless --strict
    # is given. A number that a report does not have is not applicable.
    clauses:
      # Two annotators: the share of objects that both drew, in the same place and category.
      - metric: dice
        target: ">= 0.70"

      # The same of each category, as a warning. A clause that names a category stands in place of this one.
      - metric: dice
        slice: {category: "*"}
        target: ">= 0.60"
        severity: warn

      # The share of matched boxes that lie on each other as well as the tier asks.
      - metric: iou-share
        tier: standard
        target: ">= 0.80"

      # Objects that one annotator missed. 'bound: value' compares the number itself, not its interval.
      - metric: missing-rate
        slice: {annotator: "*"}
        target: "<= 0.20"
        bound: value

      # Not worse than the last accepted report, which --reference-report gives:
      # - metric: dice
      #   maximum-drop: 0.02

    # Findings of all rules of a severity that are allowed.
    severities:
      error: {max: 0}

    # Single rules: how many findings are allowed, or whether and how a rule is taken.
    rules:
      near-duplicate-box: {max-rate: 0.01}
      # image-without-annotations: {max: 3, severity: warning}
      # box-out-of-bounds: {max: 0, options: {tolerance: 2}}
      # rare-category: {enabled: false}

    # Findings that somebody answers for until a day:
    # waivers:
    #   - rule: box-out-of-bounds
    #     image: "scans/*"
    #     reason: the scanner crops by half a pixel
    #     owner: quality@example.com
    #     expires: 2027-06-30

    """
}
