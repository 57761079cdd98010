import Findings
import FoundationEssentials

/// What `assay plan` says (`assay-plan/1`); a question that was not asked has no key.
struct PlanReport: Encodable {
  let schema = "assay-plan/1"
  var confidence: Double
  /// Units of the delivery; absent for a process without end.
  var lot: Int?
  var table: [ProofRow]?
  var plan: Plan?
  var limits: Limits?
  var pilot: Pilot?
  var sample: Sample?
  var results: Results?

  /// Smallest samples that show a rate, by the number of defects they may have.
  struct ProofRow: Encodable {
    var rate: Double
    var plans: [Proof]

    struct Proof: Encodable {
      var accepted: Int
      /// Absent where no sample shows it.
      var inspected: Int?
    }
  }

  struct Plan: Encodable {
    var inspected: Int
    var accepted: Int
    /// What the plan is made for; the risks are those that it has.
    var proves: Double?
    var acceptable: Double?
    var limiting: Double?
    var producerRisk: Double?
    var consumerRisk: Double
    /// How often a delivery passes, by its defect rate.
    var curve: [Point]

    struct Point: Encodable {
      var rate: Double
      var acceptance: Double
    }
  }

  /// What so many defects in a sample show.
  struct Limits: Encodable {
    var inspected: Int
    var defects: Int
    var rate: Double?
    /// One-sided upper limits.
    var exact: Double?
    var wilson: Double?
    /// Wilson's two-sided interval.
    var low: Double?
    var high: Double?
    /// The most defective units of the lot; absent where no lot is known.
    var defectiveInLot: Int?
  }

  struct Pilot: Encodable {
    var report: String
    var severity: String
    var defectsAtLeast: Int
    /// By the number of defects that is at most possible.
    var limits: Limits
    var otherFindings: Int
    var advice: Advice
    var categories: [Category]

    struct Category: Encodable {
      var category: String
      var limits: Limits
    }
  }

  struct Advice: Encodable {
    enum Verdict: String, Encodable {
      case shown, tooSmall = "too-small", unlikely
    }

    var target: Double
    var verdict: Verdict
    /// Units without a defect that would show the target.
    var cleanUnits: Int?
    /// The smallest plan that shows the target and that a delivery as good as the pilot passes.
    var inspected: Int?
    var accepted: Int?
  }

  struct Sample: Encodable {
    var unit: String
    var units: Int
    var excluded: Int
    var drawn: Int
    var allocation: String
    var seed: UInt64
    var strata: [Stratum]
    var lost: [ConversionReport.Lost]

    struct Stratum: Encodable {
      /// By key; a key without a value is absent.
      var values: [String: String]
      var name: String
      var units: Int
      var drawn: Int
      /// The most defective units where so many of the drawn ones are defective.
      var accepted: Int
      var shownRate: Double
    }
  }

  /// What an inspected sample shows.
  struct Results: Encodable {
    var units: Int
    var drawn: Int
    /// Those of the drawn ones that have a verdict.
    var inspected: Int
    var defects: Int
    /// Weighted; absent where a stratum was not looked at, as is the limit.
    var rate: Double?
    /// One-sided upper limit.
    var limit: Double?
    var strata: [Stratum]

    struct Stratum: Encodable {
      var name: String
      var units: Int
      var drawn: Int
      var inspected: Int
      var defects: Int
      /// One-sided upper limit of the stratum by itself, hypergeometric.
      var shownRate: Double
    }
  }

  /// One JSON object with sorted keys.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("texts and finite numbers have a JSON form")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
