import TerminalUI
import Testing

struct GaugeTests {
  @Test("A bar is empty for nothing and full for everything")
  func ends() {
    #expect(Gauge(share: 0).filled(of: 10) == 0)
    #expect(Gauge(share: 1).filled(of: 10) == 10)
  }

  @Test("A small share shows at least one cell, and a share short of everything leaves at least one", arguments: 2...60)
  func neverRoundedAway(width: Int) {
    #expect(Gauge(share: 0.000_1).filled(of: width) == 1)
    #expect(Gauge(share: 0.999_9).filled(of: width) == width - 1)
  }

  @Test("A larger share never shows a shorter bar")
  func monotonous() {
    let bars = (0...1_000).map { Gauge(share: Double($0) / 1_000).filled(of: 24) }
    #expect(bars == bars.sorted())
    #expect(Gauge(share: 1.0 / 3).filled(of: 42) == 14)
  }

  @Test("What is no share at all counts as the nearest one", arguments: [(-3, 0), (7, 8), (Double.nan, 0)])
  func outOfRange(share: Double, filled: Int) {
    #expect(Gauge(share: share).filled(of: 8) == filled)
  }

  @Test("A bar without room has no cells")
  func noRoom() {
    #expect(Gauge(share: 0.5).filled(of: 0) == 0)
    #expect(Gauge(share: 1).filled(of: -4) <= 0)
  }

  @Test("A bar is drawn in its width, full cells first")
  func drawing() {
    var frame = Frame(columns: 8)
    frame.draw(Gauge(share: 0.4), at: .at(1), width: 5, glyphs: .unicode, style: .risk)
    #expect(frame.text == " ██░░░  ")
    frame.draw(Gauge(share: 1), at: .at(1), width: -4, glyphs: .unicode, style: .risk)
    #expect(frame.text == " ██░░░  ")
  }
}

struct SparklineTests {
  private func text(_ values: [Int], glyphs: Glyphs = .unicode) -> String {
    Sparkline(values: values).text(glyphs: glyphs)
  }

  @Test("The largest value has the highest glyph and nothing the lowest")
  func ends() {
    #expect(text([0, 7, 0]) == "▁█▁")
    #expect(text([0, 0]) == "▁▁")
    #expect(text([]) == "")
  }

  @Test("Something is never shown as nothing, however large the others are")
  func something() {
    #expect(text([1, 100_000]) == "▂█")
  }

  @Test("Equal values look equal, and each step up is a step of the same height")
  func steps() {
    #expect(text([1, 2, 3, 4, 5, 6, 7]) == "▂▃▄▅▆▇█")
    #expect(text([5, 5]) == "██")
  }

  @Test("In ASCII a chart is ASCII")
  func ascii() {
    #expect(text([0, 1, 7], glyphs: .ascii).utf8.allSatisfy { $0 < 0x7F })
  }
}
