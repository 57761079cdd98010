/// One number that a cost estimate may be given; its raw value is the key in a scenario and the option.
package enum CostParameter: String, CaseIterable, Sendable {
  // What is bought.
  case labels
  case frames
  case objectsPerFrame = "objects-per-frame"
  case price
  case pricePerFrame = "price-per-frame"
  case priceMultiple = "price-multiple"
  // What makes an object dearer.
  case iouTier = "iou-tier"
  case tierSurcharge = "tier-surcharge"
  case attributes
  case attributeSurcharge = "attribute-surcharge"
  case agreementSurcharge = "agreement-surcharge"
  // How it is checked.
  case qaShare = "qa-share"
  case qaVolume = "qa-volume"
  case reviewSeconds = "review-seconds"
  case wage
  // How it is put right.
  case defectRate = "defect-rate"
  case caughtShare = "caught-share"
  case reworkDefectRate = "rework-defect-rate"
  case correctionPrice = "correction-price"
  case rounds
  case lotSample = "lot-sample"
  case lotAcceptance = "lot-acceptance"
  // What escapes.
  case exposedShare = "exposed-share"
  case escapeCost = "escape-cost"
}

extension CostParameter {
  /// One line: what it is, and in what unit.
  package var summary: String {
    switch self {
    case .labels: "labels that are bought"
    case .frames: "frames (images) that are bought, in place of labels"
    case .objectsPerFrame: "objects of a frame, on average"
    case .price: "price of a label"
    case .pricePerFrame: "price of a frame, in place of that of a label"
    case .priceMultiple: "factor on the price; without a price, on that of the first scenario"
    case .iouTier: "IoU that every box must reach; from 0.85 on it costs more"
    case .tierSurcharge: "what the IoU tier adds to the price, as a share of it"
    case .attributes: "attributes of an object"
    case .attributeSurcharge: "what each attribute adds to the price, as a share of it"
    case .agreementSurcharge: "what annotating for agreement adds to the price, as a share of it"
    case .qaShare: "quality control as a share of the direct cost"
    case .qaVolume: "share of the labels that are reviewed, in place of qa-share"
    case .reviewSeconds: "seconds that the review of a label takes"
    case .wage: "pay of a reviewer for an hour"
    case .defectRate: "share of the delivered labels that are wrong"
    case .caughtShare: "share of the wrong labels that a round of checking finds; 1 by default"
    case .reworkDefectRate: "share of corrections that are wrong again; the defect rate by default"
    case .correctionPrice: "price of a correction; by default that of a label"
    case .rounds: "rounds of rework that are paid for at most; by default until none is worth it"
    case .lotSample: "labels that are drawn from a lot to accept or reject it (n)"
    case .lotAcceptance: "wrong labels in the sample with which the lot is still accepted (c)"
    case .exposedShare: "share of the labels that are left wrong which do harm later"
    case .escapeCost: "cost of one label that does harm later"
    }
  }

  /// Values that make sense; the upper ends keep products of them finite.
  package var bounds: ClosedRange<Double> {
    switch self {
    case .labels, .frames: 1...1e12
    case .objectsPerFrame: 1e-6...1e6
    case .price, .pricePerFrame, .wage, .correctionPrice, .escapeCost: 0...1e9
    case .priceMultiple: 0...1e6
    case .iouTier, .qaVolume, .defectRate, .caughtShare, .reworkDefectRate, .exposedShare: 0...1
    case .tierSurcharge, .attributeSurcharge, .agreementSurcharge: 0...100
    case .qaShare: 0...100
    case .attributes: 0...1000
    case .reviewSeconds: 0...1e6
    case .rounds: 0...1000
    case .lotSample: 1...1e6
    case .lotAcceptance: 0...1e6
    }
  }

  /// Whether only whole numbers make sense.
  package var isWhole: Bool {
    switch self {
    case .rounds, .lotSample, .lotAcceptance: true
    default: false
    }
  }

  /// Whether it is agreed rather than believed: then only a range that was given makes it uncertain.
  package var isAgreed: Bool {
    switch self {
    case .labels, .frames, .price, .pricePerFrame, .priceMultiple, .iouTier, .attributes, .rounds,
      .lotSample, .lotAcceptance:
      true
    default: false
    }
  }

  /// What says the same in another way, and goes where this one is set.
  package var rivals: [CostParameter] {
    switch self {
    case .labels: [.frames]
    case .frames: [.labels]
    case .price: [.pricePerFrame]
    case .pricePerFrame: [.price]
    case .qaShare: [.qaVolume, .reviewSeconds, .wage]
    case .qaVolume: [.qaShare]
    default: []
    }
  }

  /// What is wrong with a value; `nil` where nothing is.
  package func problem(_ assumption: Assumption) -> String? {
    let numbers = [assumption.value, assumption.low, assumption.high].compactMap { $0 }
    guard numbers.allSatisfy(bounds.contains) else {
      let (low, high) = (bounds.lowerBound.messageText, bounds.upperBound.messageText)
      return
        "'\(rawValue)' must be \(isWhole ? "a whole number" : "a number") from \(low) to \(high)"
    }
    guard !isWhole || numbers.allSatisfy({ $0 == $0.rounded() }) else {
      return "'\(rawValue)' must be a whole number"
    }
    return nil
  }
}
