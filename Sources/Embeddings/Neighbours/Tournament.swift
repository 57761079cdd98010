/// Rounds in which each of some players meets at most one other, and all meet once (the circle method).
struct Tournament {
  private let count: Int

  init(_ count: Int) { self.count = count }

  var rounds: [[(Int, Int)]] {
    guard count > 1 else { return [] }
    // With an odd number, one player rests in each round.
    let players = count + count % 2
    return (0..<players - 1).map { round in
      (0..<players / 2).compactMap { place -> (Int, Int)? in
        let a = Self.player(place, round, players)
        let b = Self.player(players - 1 - place, round, players)
        return max(a, b) < count ? (min(a, b), max(a, b)) : nil
      }
    }
  }

  /// Who sits at a place: the last player keeps his, the others move on by one in each round.
  private static func player(_ place: Int, _ round: Int, _ players: Int) -> Int {
    place == 0 ? players - 1 : (place - 1 + round) % (players - 1)
  }
}
