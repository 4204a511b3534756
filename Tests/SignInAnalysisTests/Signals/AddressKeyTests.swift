import Elements
import SignInAnalysis
import Testing

struct AddressKeyTests {
  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7"), ("203.0.113.7:443", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"),
    ("[::ffff:203.0.113.7]:80", "203.0.113.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("[2001:db8::1]:443", "2001:db8::/64"), ("::1", "::/64"), ("2001:0:0:1::5", "2001:0:0:1::/64"),
    ("fe80::1%eth0", "fe80::/64"), ("[fe80::1%eth0]:443", "fe80::/64"), ("::FFFF:CB00:7107", "203.0.113.7"),
    ("0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"),
  ])
  func `An address has the key of its IPv4 address or its /64`(text: String, key: String) {
    #expect(AddressKey(text)?.description == key)
  }

  @Test(arguments: [
    "", "203.0.113.XXX", "203.0.113", "203.0.113.7:http", "2001:db8:1:2:*:*:*:*", "contoso", "203.0.113.7/24", "::1::",
    "203.0.113.007", "203.0.113.7:", "203.0.113.7:70000", "[2001:db8::1", "203.0.113.*", "%eth0",
  ])
  func `Text that is no whole address has no key`(text: String) {
    #expect(AddressKey(text) == nil)
  }

  @Test func `Two hosts of one /64 have one key and of two have two`() {
    #expect(AddressKey("2001:db8:0:1::1") == AddressKey("2001:db8:0:1:ffff::2"))
    #expect(AddressKey("2001:db8:0:1::1") != AddressKey("2001:db8:0:2::1"))
  }

  @Test func `The loopback of IPv6 is not the IPv4 address of the same number`() {
    #expect(AddressKey("::1") != AddressKey("0.0.0.0"))
    #expect(AddressKey("::") != AddressKey("0.0.0.0"))
  }

  @Test func `Neighbours in a /24 share a neighbourhood`() {
    #expect(AddressKey("203.0.113.7")?.neighbourhood == AddressKey("203.0.113.200")?.neighbourhood)
    #expect(AddressKey("203.0.113.7")?.neighbourhood != AddressKey("203.0.114.7")?.neighbourhood)
  }

  @Test func `A table's address numbers have keys, and none has none`() {
    var table = SignInTable()
    let texts = ["198.51.100.1", "2001:db8::9", "198.51.100.XXX", nil]
    for (index, text) in texts.enumerated() { _ = table.insert(.made("\(index)", ip: text)) }
    let snapshot = table.snapshot()
    let keys = texts.indices.map { snapshot.addresses.key(of: snapshot.addressNumber(of: RowNumber($0))) }
    #expect(keys.map { $0?.description } == ["198.51.100.1", "2001:db8::/64", nil, nil])
  }
}
