/// How the lists of a file are cut; changes the time, never the result.
struct ReadingPlan {
  /// How many tasks may read at once.
  var threads: Int
  /// About how many bytes of a list one task reads.
  var pieceSize = 1 << 20
  /// So often may a guess of where a record starts be wrong before a list is read in order.
  var wrongGuesses = 16

  init(threads: Int) { self.threads = threads }
}
