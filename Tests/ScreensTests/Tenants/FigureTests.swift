import Testing

@testable import Screens

struct FigureTests {
  @Test(
    "A number too wide for its cells is given in thousands or millions, rounded down",
    arguments: [
      (1_033, 6, "1,033"), (999_999, 6, "999k"), (999_999, 7, "999,999"), (1_234_567, 7, "1,234k"),
      (1_299_999_999, 6, "1,299M"), (0, 1, "0"),
    ])
  func width(number: Int, cells: Int, text: String) {
    #expect(number.grouped(within: cells) == text)
  }

  @Test(
    "A share is never rounded to nothing or to everything",
    arguments: [
      (0.0, "0 %"), (0.000_1, "<1 %"), (0.01, "1 %"), (0.335, "34 %"), (0.995, ">99 %"), (1.0, "100 %"),
    ])
  func percentage(share: Double, text: String) {
    #expect(share.percentage == text)
  }

  @Test("One is not spoken of as many")
  func counted() {
    #expect(1.counted("tenant") == "1 tenant")
    #expect(0.counted("tenant") == "0 tenants")
    #expect(1_200.counted("row") == "1,200 rows")
  }
}
