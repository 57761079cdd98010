/// A key that a policy may have: what the reader accepts, and what the JSON Schema says of it.
struct PolicyKey {
  let name: String
  let summary: String
  /// JSON Schema of the value, without the summary.
  let schema: String

  init(_ name: String, _ summary: String, _ schema: String) {
    self.name = name
    self.summary = summary
    self.schema = schema
  }

  static let document = [
    PolicyKey("version", "Version of this format.", ##""const": 1"##),
    PolicyKey(
      "tiers",
      "IoU thresholds by name; loose 0.5, standard 0.65, tight 0.75 and pixel 0.9 are there already.",
      ##""type": "object", "additionalProperties": {"$ref": "#/$defs/iou"}"##
    ),
    PolicyKey(
      "clauses",
      "Promises about numbers.",
      ##""type": "array", "items": {"$ref": "#/$defs/clause"}"##
    ),
    PolicyKey(
      "rules",
      "How each rule is taken, and how many findings of it are allowed.",
      ##""type": "object", "additionalProperties": {"$ref": "#/$defs/rule"}"##
    ),
    PolicyKey(
      "severities",
      "How many findings of a severity are allowed, whatever the rule.",
      ##"""
      "type": "object", "additionalProperties": {"$ref": "#/$defs/limit"}, "propertyNames": {"enum": ["error", "warning", "info"]}
      """##
    ),
    PolicyKey(
      "waivers",
      "Findings that somebody answers for until a day.",
      ##""type": "array", "items": {"$ref": "#/$defs/waiver"}"##
    ),
  ]

  static let clause = [
    PolicyKey("metric", "Id of a number, as 'assay metrics' lists them.", ##""type": "string""##),
    PolicyKey(
      "slice",
      "The part of the data: values by key; '*' stands for each value.",
      ##""$ref": "#/$defs/slice""##
    ),
    PolicyKey(
      "iou",
      "The IoU threshold τ at which the number is taken.",
      ##""$ref": "#/$defs/iou""##
    ),
    PolicyKey("tier", "The same by the name of a tier.", ##""type": "string""##),
    PolicyKey(
      "target",
      "What the number must reach, like '>= 0.70'.",
      ##""type": "string", "pattern": "^ *(>=|<=|>|<) *[-+0-9.eE]+ *$""##
    ),
    PolicyKey(
      "maximum-drop",
      "How much lower than in the earlier report it may be.",
      ##""type": "number", "minimum": 0"##
    ),
    PolicyKey(
      "maximum-rise",
      "How much higher than in the earlier report it may be.",
      ##""type": "number", "minimum": 0"##
    ),
    PolicyKey(
      "minimum-z",
      "How far below the accepted runs of a history it may be: robust z, worse is negative; -3.5 is usual.",
      ##""type": "number", "maximum": 0"##
    ),
    PolicyKey(
      "bound",
      "What is compared: the number, or an end of its 95 % interval.",
      ##""enum": ["value", "low", "high"]"##
    ),
    PolicyKey(
      "minimum-n",
      "With fewer the verdict is inconclusive; 30 where nothing is said.",
      ##""type": "integer", "minimum": 0"##
    ),
    PolicyKey(
      "severity",
      "What a clause that does not hold gives.",
      ##""enum": ["fail", "warn"]"##
    ),
  ]

  /// Keys of a clause of which it needs at least one.
  static let promises = ["target", "maximum-drop", "maximum-rise", "minimum-z"]

  static let limit = [
    PolicyKey("max", "How many findings are allowed.", ##""type": "integer", "minimum": 0"##),
    PolicyKey(
      "max-rate",
      "How many findings are allowed for each annotation.",
      ##""type": "number", "minimum": 0"##
    ),
    PolicyKey(
      "bound",
      "With max-rate: 'high' takes the delivery for a sample and compares the upper end of the interval.",
      ##""enum": ["value", "low", "high"]"##
    ),
  ]

  static let rule =
    limit + [
      PolicyKey("enabled", "Whether findings of the rule count at all.", ##""type": "boolean""##),
      PolicyKey(
        "severity",
        "In place of the rule's own.",
        ##""enum": ["error", "warning", "info"]"##
      ),
      PolicyKey(
        "options",
        "Tolerances of the rule.",
        ##""type": "object", "additionalProperties": {"type": "number", "minimum": 0}"##
      ),
    ]

  static let waiver = [
    PolicyKey(
      "fingerprint",
      "One finding, as findings.csv and report.json name it.",
      ##""type": "string", "pattern": "^[0-9a-f]{16}$""##
    ),
    PolicyKey("rule", "All findings of a rule.", ##""type": "string""##),
    PolicyKey(
      "image",
      "With rule: in images with this file name; '*' stands for any letters.",
      ##""type": "string""##
    ),
    PolicyKey("category", "With rule: of this category.", ##""type": "string""##),
    PolicyKey("reason", "Why.", ##""type": "string", "minLength": 1"##),
    PolicyKey("owner", "Who answers for it.", ##""type": "string", "minLength": 1"##),
    PolicyKey(
      "expires",
      "The last day on which it counts.",
      ##""type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$""##
    ),
  ]
}
