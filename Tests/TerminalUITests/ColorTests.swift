import TerminalUI
import Testing

@Suite struct ColorTests {
  @Test(arguments: Style.Color.allCases.compactMap(\.number))
  func `Every colour can be read on black and on white`(number: Int) throws {
    let light = try #require(luminance(number))
    #expect((light + 0.05) / 0.05 >= 4.5)
    #expect(1.05 / (light + 0.05) >= 4.5)
  }

  /// Relative luminance (WCAG 2.1) of a colour of xterm's cube of 6 × 6 × 6, which begins at 16.
  private func luminance(_ number: Int) -> Double? {
    guard (16..<232).contains(number) else { return nil }
    let levels = [0, 95, 135, 175, 215, 255].map { Double($0) / 255 }
    let parts = [(number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6].map { levels[$0] }
    // sRGB to linear light.
    let linear = parts.map { level in level <= 0.04045 ? level / 12.92 : power((level + 0.055) / 1.055) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// To the power of 2.4: the square, times the fifth root of the square, by Newton's method.
  private func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
