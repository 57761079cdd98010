import Audits
import Findings
import Metrics

/// The JSON Schema of a policy, made of the keys that the reader accepts, so that editors complete and check one.
enum PolicySchema {
  /// The schema with the ids of this program's metrics and rules.
  static var text: String {
    let vocabulary = PolicyVocabulary.current
    let metrics = names(vocabulary.metrics)
    let rules = names(vocabulary.rules)
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Policy of assay",
        \(object(PolicyKey.document, replacing: ["rules": ruleMap(rules)])),
        "$defs": {
          "iou": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
          "slice": \(slice()),
          "clause": {
            \(object(PolicyKey.clause, replacing: ["metric": metrics])),
            "required": ["metric"],
            "anyOf": [\(PolicyKey.promises.map(required).joined(separator: ", "))],
            "not": {"required": ["iou", "tier"]}
          },
          "limit": {
            \(object(PolicyKey.limit)),
            "anyOf": [\(["max", "max-rate"].map(required).joined(separator: ", "))],
            "dependentRequired": {"bound": ["max-rate"]}
          },
          "rule": {
            \(object(PolicyKey.rule)),
            "minProperties": 1,
            "dependentRequired": {"bound": ["max-rate"]}
          },
          "waiver": {
            \(object(PolicyKey.waiver, replacing: ["rule": rules])),
            "required": ["reason", "owner", "expires"],
            "oneOf": [\(["fingerprint", "rule"].map(required).joined(separator: ", "))],
            "dependentRequired": {"image": ["rule"], "category": ["rule"]}
          }
        }
      }

      """
  }

  /// Members of an object that has these keys and no others.
  private static func object(
    _ keys: [PolicyKey],
    replacing schemas: [String: String] = [:]
  ) -> String {
    let members = keys.map { key in
      #""\#(key.name)": {"description": \#(string(key.summary)), \#(schemas[key.name] ?? key.schema)}"#
    }
    return """
      "type": "object", "additionalProperties": false, "properties": {
      \(members.joined(separator: ",\n"))
      }
      """
  }

  private static func names(_ names: Set<String>) -> String {
    #""enum": [\#(names.sorted().map(string).joined(separator: ", "))]"#
  }

  private static func ruleMap(_ rules: String) -> String {
    ##"""
    "type": "object", "propertyNames": {\##(rules)}, "additionalProperties": {"$ref": "#/$defs/rule"}
    """##
  }

  /// Values of a slice are texts, as YAML has them: a number like `0` is one, too.
  private static func slice() -> String {
    let members = SliceKey.allCases.map {
      #""\#($0.rawValue)": {"type": ["string", "number"]}"#
    }
    return #"{"type": "object", "additionalProperties": false, "properties": {"#
      + members.joined(separator: ", ") + "}}"
  }

  private static func required(_ key: String) -> String { #"{"required": ["\#(key)"]}"# }

  private static func string(_ text: String) -> String {
    let escaped = text.split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "\\\\").split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\\"")
    return "\"\(escaped)\""
  }
}
