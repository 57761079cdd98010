import Annotations
import Findings
import Geometry
import Metrics

extension Comparison {
  /// A finding about a matched pair: it stands at A's object and shows B's box beside it.
  func finding(_ about: RuleAbout, _ pair: ObjectPair, _ message: String) -> Finding {
    let other = pairing.b.reference(toAnnotation: pair.b)
    return pairing.a.finding(
      about,
      annotation: pair.a,
      "\(message); B's is \(other)",
      evidence: pairing.b.annotations.boxes[pair.b].asOther.merging(["iou": pair.iou]) { $1 }
    )
  }
}
