import TestSupport
import Statistics

extension VectorAdapter {
  static let comparisons: [VectorAdapter] = [
    VectorAdapter("72_levene_kruskal_anova", compute: groupTests),
    VectorAdapter(
      "74_ks_wasserstein",
      uncovered: [
        "ks_p_asymp":
          "scipy's one-sample approximation; the exact count or Kolmogorov's limit here",
        "anderson_ksamp": "not offered",
      ],
      compute: distributionDistances
    ),
    VectorAdapter("75_multiple_testing", compute: multipleTesting),
  ]
}

private func groupTests(_ inputs: JSONTree) throws -> JSONTree {
  let groups = try inputs["groups"].rows()
  var result: [String: JSONTree] = [:]
  /// The vectors write an infinite statistic as null, beside its probability of 0.
  func put(_ name: String, _ statistic: Double?, _ p: Double?) {
    result["\(name)_stat"] = JSONTree(statistic.flatMap { $0.isFinite ? $0 : nil })
    result["\(name)_p"] = JSONTree(p)
  }
  let (levene, brown) = (
    GroupTests.spread(groups, about: .mean), GroupTests.spread(groups, about: .median)
  )
  put("levene", levene?.ratio, levene?.p)
  put("brown_forsythe", brown?.ratio, brown?.p)
  let anova = GroupTests.anova(groups)
  put("anova", anova?.ratio, anova?.p)
  for (name, test) in [
    ("bartlett", GroupTests.bartlett(groups)), ("fligner", GroupTests.fligner(groups)),
    ("kruskal", GroupTests.kruskalWallis(groups)),
  ] { put(name, test?.statistic, test?.p) }
  return .object(result)
}

private func distributionDistances(_ inputs: JSONTree) throws -> JSONTree {
  func sample(_ key: String) throws -> WeightedSample {
    let weights = inputs["\(key)_weights"]
    return WeightedSample(
      try inputs[key].doubles(),
      weights: weights.isNull ? nil : try weights.doubles()
    )
  }
  let (x, y) = (try sample("x"), try sample("y"))
  let test = KolmogorovSmirnov(try inputs["x"].doubles(), try inputs["y"].doubles())
  return [
    "wasserstein": JSONTree(DistributionDistance.wasserstein(x, y)),
    "energy": JSONTree(DistributionDistance.energy(x, y)), "ks": JSONTree(test?.statistic),
    "ks_p_exact": JSONTree(test?.exactP), "kolmogorov_p": JSONTree(test?.limitP),
  ]
}

private func multipleTesting(_ inputs: JSONTree) throws -> JSONTree {
  let p = try inputs["p"].doubles()
  let discoveries = MultipleTesting.benjaminiHochberg.adjusted(p)
  return [
    "bh": JSONTree(discoveries), "by": JSONTree(MultipleTesting.benjaminiYekutieli.adjusted(p)),
    "holm": JSONTree(MultipleTesting.holm.adjusted(p)),
    "bonferroni": JSONTree(MultipleTesting.bonferroni.adjusted(p)),
    "sidak": JSONTree(MultipleTesting.sidak.adjusted(p)),
    "bh_rejected_05": .array(discoveries.map { .bool($0 <= 0.05) }),
  ]
}
