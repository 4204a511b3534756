import ElementsSandbox
import Foundation
import Testing

@testable import risktop

@Suite struct SandboxOptionsTests {
  @Test(arguments: ["sandbox", "demo"])
  func `The help names every kind of fault in lines that fit a terminal`(command: String) async throws {
    let help = try await Program.run(command, "--help").output
    for kind in FaultKind.allCases {
      let line = help.split(separator: "\n").first { $0.hasPrefix("        \(kind.rawValue) ") }
      #expect(line?.hasSuffix(kind.summary) == true && line?.count ?? 81 <= 80, "\(kind)")
    }
  }

  @Test func `The stories are listed in place of serving`() async throws {
    let finished = try await Program.run("sandbox", "--stories", "--customers", "8")
    #expect(finished.status == 0 && finished.output.hasPrefix("Should be found: "))
    #expect(finished.output.contains("\nOnly looks like trouble: "))
    let none = try await Program.run("sandbox", "--stories", "--customers", "2", "--sign-ins", "10")
    #expect(none.output == "Nothing is planted: the tenants have too few sign-ins.\n")
  }

  @Test func `An unknown kind of fault is answered with the one that was meant and all that there are`() async throws {
    let finished = try await Program.run("sandbox", "--faults", "5xx,unredable:0.1")
    #expect(finished.status == 64)
    #expect(finished.errors.contains("unknown fault \"unredable\"; did you mean \"unreadable\"?"))
    for kind in FaultKind.allCases { #expect(finished.errors.contains(" \(kind.rawValue),"), "\(kind)") }
  }

  @Test(arguments: [
    ["--faults", "5xx:2"], ["--faults", ""], ["--faults", "all:x"], ["--rate-limit", "10"], ["--rate-limit", "0/5"],
    ["--fault-seed", "-1"], ["--fail", "429"],
  ])
  func `What can't be understood is refused`(options: [String]) async throws {
    let finished = try await Subprocess.run(
      Program.executable, ["sandbox"] + options, environment: Program.plainEnvironment)
    #expect(finished.status == 64 && finished.output == "")
  }

  @Test func `A certificate that can't be registered is named`() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("rt-\(UUID().uuidString).pem")
    defer { try? FileManager.default.removeItem(at: file) }
    let missing = try await Program.run("sandbox", "--certificate", file.path)
    #expect(missing.status == 78 && missing.errors.contains("\(file.path) (--certificate) can't be read"))
    try "-----BEGIN PRIVATE KEY-----".write(to: file, atomically: true, encoding: .utf8)
    let empty = try await Program.run("sandbox", "--certificate", file.path)
    #expect(empty.status == 78 && empty.errors.contains("\(file.path) (--certificate) holds no certificate in PEM"))
  }

  @Test func `With a certificate the sandbox names its file in place of the secret, safe for a shell`() {
    var configuration = SandboxConfiguration()
    (configuration.clientID, configuration.clientSecret) = ("me", "swordfish")
    let address = SandboxAddress(port: 8_089)
    let plain = address.exports(configuration)
    #expect(plain.hasSuffix("\nexport RISKTOP_CLIENT_ID=me\nexport RISKTOP_CLIENT_SECRET=swordfish"))
    let certified = address.exports(configuration, certificate: "it's mine.pem")
    #expect(
      certified.contains("\nexport RISKTOP_CERTIFICATE='it'\\''s mine.pem'\n") && !certified.contains("swordfish"))
  }
}
