import ArgumentParser
import Glibc
import Metrics

/// How a run is done; none of it changes a number but the seed and the number of resamples.
struct RunOptions: ParsableArguments {
  @Option(help: "How many threads may work at once; changes the time, never a result.")
  var threads: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Option(help: "Seed of the resampling.")
  var seed: UInt64 = 0

  @Option(help: "Resamples of a bootstrap interval; 0 for none.")
  var bootstrap: Int = 1000

  @OptionGroup(title: "Terminal")
  var terminal: TerminalOptions

  var quiet: Bool { terminal.quiet }

  func validate() throws {
    try ThreadNumber.check(threads)
    guard (0...100_000).contains(bootstrap) else {
      throw ValidationError("--bootstrap must be 0 to 100000")
    }
  }

  var imageBootstrap: ImageBootstrap {
    ImageBootstrap(replicates: bootstrap, seed: seed, threads: threads)
  }
}
