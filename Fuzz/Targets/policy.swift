import Audits

/// A file of YAML, read as a policy and as a scenario of costs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPolicy(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  refused { () throws(CommandFailure) in
    let reading = try PolicyFile.parse(text, name: "assay.yml", vocabulary: vocabulary)
    let policy = try reading.checked(categories: ["cat"])
    precondition(policy.clauses.allSatisfy { $0.minimumN >= 0 }, "a clause needs a number of objects")
    precondition(policy.waivers.allSatisfy { !$0.owner.isEmpty }, "somebody answers for a waiver")
  }
  refused { () throws(CommandFailure) in _ = try ScenarioFile.parse(text, name: "scenario.yml") }
  return 0
}

private func refused(_ body: () throws(CommandFailure) -> Void) {
  do throws(CommandFailure) {
    try body()
  } catch {
    precondition(!error.description.isEmpty, "a refusal has a text")
  }
}

private let vocabulary = PolicyVocabulary.current
