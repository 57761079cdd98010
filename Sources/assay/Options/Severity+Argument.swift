import ArgumentParser
import Findings

extension Severity: ExpressibleByArgument {}
