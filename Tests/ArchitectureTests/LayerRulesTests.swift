import Testing

@Suite struct LayerRulesTests {
  private let rules = LayerRules(modules: ["Screens": ["ViewModels", "FoundationEssentials"], "SafeText": []])

  @Test("an import outside of the table is reported with file, line and module")
  func reportsForbiddenImports() {
    let source = """
      /// A screen.
      import ViewModels

      import CNcursesw
      """
    #expect(
      rules.violations(in: source, file: "Sources/Screens/Row.swift", target: "Screens")
        == ["Sources/Screens/Row.swift:4: Screens may not import CNcursesw"])
  }

  @Test("a target that the table does not name is reported, imports or not")
  func reportsUnknownTargets() {
    #expect(rules.violations(in: "", file: "Sources/New/A.swift", target: "New").count == 1)
  }

  @Test(
    "an import is found in whatever form it is written",
    arguments: [
      "import Glibc", "  import Glibc", "public import Glibc", "@testable import Glibc", "internal import Glibc",
      "@_spi(Deep) @preconcurrency public import Glibc", "import struct Glibc.tm", "import func Glibc.write",
      "import Glibc.stdio", "import ViewModels; import Glibc", "import `Glibc`", "/* why */ import Glibc // so",
      "@_exported\timport\tGlibc", "let a = 1; import Glibc", "#if os(Linux)\nimport Glibc\n#endif",
      "\r\nimport Glibc\r\n",
    ])
  func findsEveryForm(source: String) {
    #expect(ImportParser.imports(in: source).map(\.module).contains("Glibc"))
    #expect(rules.violations(in: source, file: "A.swift", target: "Screens").count == 1)
  }

  @Test(
    "what only looks like an import is none",
    arguments: [
      "// import Glibc", "/// import Glibc", "let text = \"import Glibc\"", "important(Glibc)", "importGlibc()",
    ])
  func ignoresOtherText(source: String) {
    #expect(ImportParser.imports(in: source).isEmpty)
  }

  @Test("whole Foundation passes where its essentials are missing, in a target that may use them")
  func allowsGuardedFoundation() {
    let source = """
      #if canImport(FoundationEssentials)
        import FoundationEssentials
      #else
        import Foundation
      #endif
      """
    #expect(rules.violations(in: source, file: "A.swift", target: "Screens").isEmpty)
    #expect(rules.violations(in: source, file: "A.swift", target: "SafeText").count == 2)
  }

  @Test(
    "whole Foundation anywhere else is reported",
    arguments: [
      "import Foundation",
      "#if canImport(FoundationEssentials)\nimport Foundation\n#endif",
      "#if os(macOS)\n#else\nimport Foundation\n#endif",
      "#if canImport(FoundationEssentials)\n#else\n#endif\nimport Foundation",
      "#if canImport(FoundationEssentials)\n#elseif os(Linux)\nimport Foundation\n#endif",
    ])
  func reportsBareFoundation(source: String) {
    #expect(rules.violations(in: source, file: "A.swift", target: "Screens").count == 1)
  }
}
