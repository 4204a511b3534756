import Elements
import SignInAnalysis
import Testing

@Suite struct FilterAddressTests {
  @Test(
    "an address is the same in every spelling, and with a port or a zone",
    arguments: [
      ("203.0.113.7", "203.0.113.7"), ("203.0.113.7", "203.0.113.7:443"), ("203.0.113.7:80", "203.0.113.7:443"),
      ("203.0.113.7", "::ffff:203.0.113.7"), ("::FFFF:cb00:7107", "203.0.113.7"),
      ("203.0.113.7", "[::ffff:203.0.113.7]:1"),
      ("2001:db8::1", "2001:0DB8:0:0:0:0:0:1"), ("2001:db8::1", "[2001:db8::1]:443"), ("2001:db8::1", "[2001:db8::1]"),
      ("2001:db8:0:0::1", "2001:db8::0.0.0.1"), ("::", "0:0:0:0:0:0:0:0"), ("fe80::1", "fe80::1%eth0"),
      ("1::", "1:0:0:0:0:0:0:0"),
      ("\"2001:db8::1\"", "2001:db8::1"),
    ])
  func same(query: String, address: String) throws {
    #expect(try holds("ip:" + query, .row(ip: address)))
  }

  @Test(
    "another address is not",
    arguments: [
      ("203.0.113.7", "203.0.113.70"), ("203.0.113.7", "203.0.113.07"), ("203.0.113.7", "1203.0.113.7"),
      ("203.0.113.7", ""),
      ("203.0.113.7", "203.0.113.7:x"), ("203.0.113.7", "203.0.113.7:99999"), ("203.0.113.7", "203.0.113.XXX"),
      ("2001:db8::1", "2001:db8::1:0"), ("::7", "0.0.0.7"), ("2001:db8::1", "[2001:db8::1"),
      ("2001:db8::1", "2001:db8::1::"),
    ])
  func different(query: String, address: String) throws {
    #expect(try !holds("ip:" + query, .row(ip: address)))
  }

  @Test(
    "a network holds the addresses that begin with its bits, whatever follows them in its own text",
    arguments: [
      ("203.0.113.0/24", "203.0.113.255", true), ("203.0.113.99/24", "203.0.113.1:80", true),
      ("203.0.113.0/25", "203.0.113.128", false), ("203.0.113.4/30", "203.0.113.7", true),
      ("203.0.113.4/30", "203.0.113.8", false),
      ("0.0.0.0/0", "255.255.255.255", true), ("203.0.113.7/32", "203.0.113.7", true),
      ("203.0.113.7/32", "203.0.113.6", false),
      ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
      ("2001:db8::/127", "2001:db8::1", true),
      ("2001:db8::1/128", "2001:db8::", false), ("2001:db8::8000:0:0:0/65", "2001:db8::7fff:0:0:1", false),
      ("2001:db8:0:1::/64", "2001:db8:0:1:ffff::", true), ("::/0", "2001:db8::1", true), ("::/0", "203.0.113.7", false),
      ("0.0.0.0/0", "2001:db8::1", false), ("::ffff:203.0.113.0/120", "203.0.113.9", true),
      ("10.0.0.0/8,203.0.113.0/24", "203.0.113.1", true),
    ])
  func networks(query: String, address: String, expected: Bool) throws {
    #expect(try holds("ip:" + query, .row(ip: address)) == expected)
  }

  @Test(
    "a blacked out address is in the networks that its octets decide, and equals none",
    arguments: [
      ("203.0.113.0/24", "203.0.113.XXX", true), ("203.0.0.0/16", "203.0.113.xxx", true),
      ("203.0.113.0/25", "203.0.113.XXX", false),
      ("203.0.113.0/24", "203.0.XXX.XXX", false), ("203.0.0.0/16", "203.0.XXX.XXX:443", true),
      ("0.0.0.0/0", "XXX.XXX.XXX.XXX", false),
      ("203.0.113.0/24", "203.XXX.113.7", false), ("2001:db8::/32", "2001:db8:1:2:XXXX:XXXX:XXXX:XXXX", true),
      ("203.0.113.XXX", "203.0.113.7", true), ("203.0.113.*", "203.0.113.XXX", true),
    ])
  func blackedOut(query: String, address: String, expected: Bool) throws {
    #expect(try holds("ip:" + query, .row(ip: address)) == expected)
  }

  @Test("an address can be asked for by an expression over its text")
  func expression() throws {
    #expect(try holds("ip:/^203\\..*:443$/", .row(ip: "203.0.113.7:443")))
    #expect(try !holds("ip:/^203\\..*:443$/", .row(ip: "203.0.113.7")))
  }
}
