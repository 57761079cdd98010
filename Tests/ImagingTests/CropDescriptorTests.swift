import Annotations
import Geometry
import Imaging
import Testing

@Suite("The built-in descriptor")
struct CropDescriptorTests {
  private static let side = 40

  /// A picture drawn by a function of the place, in 0..<40.
  private func image(_ draw: (Int, Int) -> [UInt8]) -> ScaledImage {
    let size = ImageSize(width: Self.side, height: Self.side)
    var pixels: [UInt8] = []
    for y in 0..<Self.side { for x in 0..<Self.side { pixels += draw(x, y) } }
    return ScaledImage(Raster(size: size, pixels: pixels), size: size)
  }

  private func vector(_ image: ScaledImage) throws -> [Float] {
    let whole = Box(x: 0, y: 0, width: Double(Self.side), height: Double(Self.side))
    let vector = try #require(CropDescriptor().vector(of: whole, in: image))
    #expect(vector.count == CropDescriptor.width && vector.allSatisfy(\.isFinite))
    return vector
  }

  private func distance(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func disc(_ colour: [UInt8], x: Int = 20, y: Int = 20) -> ScaledImage {
    image { ($0 - x) * ($0 - x) + ($1 - y) * ($1 - y) < 150 ? colour : [200, 200, 200] }
  }

  @Test("of one colour has no edge, and every number is finite")
  func flat() throws {
    for grey in [0, 128, 255] as [UInt8] { _ = try vector(image { _, _ in [grey, grey, grey] }) }
  }

  @Test("is nearer to the same thing elsewhere than to another colour or shape")
  func order() throws {
    let red = try vector(disc([200, 30, 30]))
    let moved = try vector(disc([200, 30, 30], x: 21, y: 19))
    let darker = try vector(disc([180, 25, 25]))
    let blue = try vector(disc([30, 30, 200]))
    let square = try vector(
      image { abs($0 - 20) < 11 && abs($1 - 20) < 11 ? [200, 30, 30] : [200, 200, 200] }
    )
    for near in [distance(red, moved), distance(red, darker)] {
      #expect(near < distance(red, blue))
      #expect(near < distance(red, square))
    }
  }

  @Test("knows the proportions of the box")
  func shape() throws {
    let picture = disc([200, 30, 30])
    let wide = try #require(
      CropDescriptor().vector(of: Box(x: 0, y: 0, width: 40, height: 10), in: picture)
    )
    let high = try #require(
      CropDescriptor().vector(of: Box(x: 0, y: 0, width: 10, height: 40), in: picture)
    )
    // log2(4) = 2, times the weight; the other way round it is the negative.
    #expect(wide.last == -(high.last ?? 0) && (wide.last ?? 0) > 0)
  }
}

@Suite("The signature of a whole picture")
struct PictureSignatureTests {
  private func picture(_ width: Int, _ height: Int, light: Double = 0, seed: Int = 0) -> ScaledImage
  {
    let size = ImageSize(width: width, height: height)
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        // A bright spot per seed on a slope.
        let (u, v) = (Double(x) / Double(width), Double(y) / Double(height))
        let spots = (0..<5).reduce(0.0) { sum, spot in
          let (a, b) = (
            Double((spot * 37 + seed * 61) % 100), Double((spot * 71 + seed * 29) % 100)
          )
          let far = (u - a / 100) * (u - a / 100) + (v - b / 100) * (v - b / 100)
          return sum + 90 / (1 + 60 * far)
        }
        let value = UInt8(max(0, min(255, 60 * u + spots + light)))
        pixels += [value, value, value]
      }
    }
    return ScaledImage(Raster(size: size, pixels: pixels), size: size)
  }

  @Test("hardly changes with the size and the light of a picture")
  func same() {
    let first = PictureSignature(picture(120, 80))
    for other in [picture(240, 160), picture(64, 64), picture(120, 80, light: 5)] {
      let second = PictureSignature(other)
      #expect(first.distance(to: second) <= 6)
      #expect(first.difference(from: second) <= 8)
    }
  }

  @Test("is far from that of other pictures")
  func other() {
    let signatures = (0..<12).map { PictureSignature(picture(120, 80, seed: $0)) }
    for (index, first) in signatures.enumerated() {
      for second in signatures.dropFirst(index + 1) {
        #expect(first.distance(to: second) > 6 || first.difference(from: second) > 8)
      }
    }
  }
}
