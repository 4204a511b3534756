import Elements
import SignInAnalysis
import Testing

struct LabelledNetworksTests {
  private func kind(_ address: String, _ csv: String) throws -> NetworkKind? {
    let key = try #require(AddressKey(address))
    return try LabelledNetworks(csv: csv)[key]?.kind
  }

  @Test func `The longest prefix counts, over IPv4 and IPv6`() throws {
    let csv = [
      "cidr,kind,name", "10.0.0.0/8,vpn,Large", "10.1.0.0/16,office,Small", "# a comment", "",
      "2001:db8::/32,hosting,\"Host, \"\"big\"\"\"", "2001:db8:1::/48,mobile",
    ].joined(separator: "\n")
    #expect(try kind("10.1.2.3", csv) == .office)
    #expect(try kind("10.2.2.3", csv) == .vpn)
    #expect(try kind("::ffff:10.1.2.3", csv) == .office)
    #expect(try kind("11.0.0.1", csv) == nil)
    #expect(try kind("2001:db8:1::5", csv) == .mobile)
    #expect(try kind("2001:db8:2::5", csv) == .hosting)
    let key = try #require(AddressKey("2001:db8:2::5"))
    #expect(try LabelledNetworks(csv: csv)[key]?.name == "Host, \"big\"")
  }

  @Test func `A network of all IPv6 holds no IPv4, and one of all IPv4 no IPv6`() throws {
    #expect(try kind("10.0.0.1", "::/0,vpn") == nil)
    #expect(try kind("2001:db8::1", "::/0,vpn") == .vpn)
    #expect(try kind("2001:db8::1", "0.0.0.0/0,vpn") == nil)
    #expect(try kind("10.0.0.1", "0.0.0.0/0,vpn") == .vpn)
  }

  @Test func `A part of a /64 labels none of it`() throws {
    #expect(try kind("2001:db8::1", "2001:db8::/65,vpn") == nil)
    #expect(try kind("2001:db8::1", "2001:db8::/64,vpn") == .vpn)
  }

  @Test(arguments: [
    ("10.0.0.0/8,vpn\n10.0.0.0/33,vpn,x", 2, 1, NetworkListError.Reason.noNetwork("10.0.0.0/33")),
    ("10.0.0.0/8, offices ,x", 1, 13, .noKind("offices")), ("10.0.0.0/8", 1, 1, .fieldCount(1)),
    ("\r\n10.0.0.0/8,vpn,a,b", 2, 1, .fieldCount(4)), ("10.0.0.0/8,vpn,\"a", 1, 16, .quote),
    ("10.0.0.0/8,vpn,\"a\"b", 1, 16, .quote), ("  ü/8,vpn", 1, 3, .noNetwork("ü/8")),
  ])
  func `An error names line and column`(csv: String, line: Int, column: Int, reason: NetworkListError.Reason) {
    #expect(throws: NetworkListError(line: line, column: column, reason: reason)) { try LabelledNetworks(csv: csv) }
  }
}
