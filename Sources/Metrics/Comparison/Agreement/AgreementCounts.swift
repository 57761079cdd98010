import Statistics

/// What the readings of one state draw their numbers from, counted once for all of them.
struct AgreementCounts {
  let state: CategoryAgreement.State
  let overall: ObjectTotals
  /// By category code.
  let byCategory: [ObjectTotals]
  /// Matched pairs alone.
  let matched: ContingencyTable
  /// The sums of all images as they are.
  let whole: CellSums

  init(_ state: CategoryAgreement.State, _ meetings: CategoryMeetings, categories: Int) {
    self.state = state
    (overall, byCategory) = state.cells.totals(categories: categories)
    matched = meetings.matched
    whole = meetings.sums(in: .none)
  }
}
