/// All that one run found: every output is drawn from it, and nothing else (`assay-report/1`).
package struct AuditReport: Hashable, Codable, Sendable {
  package var schema = AuditReport.schema
  package var tool: Tool
  /// The subcommand: `audit`, `compare`, ….
  package var command: String
  /// What the run was asked for, by option name.
  package var parameters: [String: ParameterValue]
  package var inputs: [Input]
  /// Every category that the inputs declare, by name; absent where there is no such thing.
  package var categories: [String]?
  /// Counts of what could not be used or paired, by name: `images-unpaired-a`, `absorbed-a`, ….
  package var excluded: [String: Int]
  package var metrics: [MetricRecord]
  /// What each metric id of `metrics` means, by id.
  package var definitions: [Definition]
  package var confusion: Confusion?
  /// Absent where the run is about no cost.
  package var cost: CostSummary?
  package var findings: FindingSummary
  /// Absent where no policy was given.
  package var gate: GateResult?

  /// The form of the JSON report that this program reads and writes.
  package static let schema = "assay-report/1"

  package init(
    tool: Tool,
    command: String,
    parameters: [String: ParameterValue],
    inputs: [Input],
    categories: [String]? = nil,
    excluded: [String: Int] = [:],
    metrics: [MetricRecord],
    definitions: [Definition] = [],
    confusion: Confusion? = nil,
    cost: CostSummary? = nil,
    findings: FindingSummary,
    gate: GateResult? = nil
  ) {
    self.tool = tool
    self.command = command
    self.parameters = parameters
    self.inputs = inputs
    self.categories = categories
    self.excluded = excluded
    self.metrics = metrics
    self.definitions = definitions
    self.confusion = confusion
    self.cost = cost
    self.findings = findings
    self.gate = gate
  }

  /// The record of one number, or `nil` where the report has none.
  package func metric(_ id: String, _ slice: SliceLabel = .overall) -> MetricRecord? {
    metrics.first { $0.id == id && $0.slice == slice }
  }
}

extension AuditReport {
  package struct Tool: Hashable, Codable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  package enum ParameterValue: Hashable, Codable, Sendable {
    case number(Double)
    case text(String)

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  /// What a metric id means.
  package struct Definition: Hashable, Codable, Sendable {
    package var id: String
    package var summary: String
    package var unit: String
    package var formula: String
    package var source: String

    package init(id: String, summary: String, unit: String, formula: String, source: String) {
      self.id = id
      self.summary = summary
      self.unit = unit
      self.formula = formula
      self.source = source
    }
  }

  /// One data set that was read.
  package struct Input: Hashable, Codable, Sendable {
    /// `dataset`, `a`, `b`, ….
    package var role: String
    /// Last part of the path that the user named.
    package var name: String
    /// `coco` or `voc`.
    package var format: String
    /// Why it was taken for that format.
    package var detected: String
    /// Of the file's bytes; of a folder, of the sorted list of its files' names and digests.
    package var sha256: String
    package var images: Int
    package var annotations: Int
    package var categories: Int
    /// Records that could not be used.
    package var quarantined: Int

    package init(
      role: String,
      name: String,
      format: String,
      detected: String,
      sha256: String,
      images: Int,
      annotations: Int,
      categories: Int,
      quarantined: Int
    ) {
      self.role = role
      self.name = name
      self.format = format
      self.detected = detected
      self.sha256 = sha256
      self.images = images
      self.annotations = annotations
      self.categories = categories
      self.quarantined = quarantined
    }
  }

  /// How often a matched pair was called one thing by A and another by B.
  ///
  /// The missing category stands as `nil`: an object that the other side does not have.
  package struct Confusion: Hashable, Codable, Sendable {
    package var cells: [Cell]

    package struct Cell: Hashable, Codable, Sendable {
      package var a: String?
      package var b: String?
      package var count: Int

      package init(a: String?, b: String?, count: Int) {
        self.a = a
        self.b = b
        self.count = count
      }
    }

    package init(cells: [Cell]) { self.cells = cells }
  }

  package struct FindingSummary: Hashable, Codable, Sendable {
    /// Exact, however many `items` are kept.
    package var total: Int
    /// Every rule that was run, also those that found nothing, by id.
    package var rules: [RuleCount]
    /// The first findings of each rule, by image and annotation.
    package var items: [Finding]

    package struct RuleCount: Hashable, Codable, Sendable {
      package var id: String
      package var severity: Severity
      package var summary: String
      package var count: Int

      package init(id: String, severity: Severity, summary: String, count: Int) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.count = count
      }
    }

    package init(total: Int, rules: [RuleCount], items: [Finding]) {
      self.total = total
      self.rules = rules
      self.items = items
    }
  }
}

extension AuditReport.Tool {
  /// This program.
  package static let current = AuditReport.Tool(name: "assay", version: "0.1.0")
}
