import Elements
import Testing
import ViewModels

@Suite struct ElementsErrorWordsTests {
  private let tenant = TenantReference(customerID: "c", tenantID: "t")

  @Test(
    arguments: [
      (.zero, .seconds(100), "throttled (429), and asked to wait 100 s", "try again in 100 s"),
      (
        .milliseconds(57_200), .seconds(25), "throttled (429) for 57 s, and asked to wait 25 s more",
        "try again in 25 s"
      ),
      (.seconds(60), nil, "throttled (429) for 60 s", "try again in a minute or two"),
      (.zero, .seconds(7_201), "throttled (429), and asked to wait 121 min", "try again in 121 min"),
    ] as [(Duration, Duration?, String, String)])
  func whoWasThrottledIsToldForHowLongAndWhenToComeBack(
    tried: Duration, asked: Duration?, happening: String, remedy: String
  ) {
    let refusal = ElementsError.Refusal(status: 429, message: nil, requestID: nil)
    let error = ElementsError(
      call: .actionCounts(tenant), reason: .throttled(refusal, .init(tried: tried, asked: asked)))
    #expect(error.happening == happening)
    #expect(error.remedy == remedy)
  }

  @Test func aRedirectNamesItsStatusAndTheAddressToCheck() {
    let reason = ElementsError.Reason.refused(.init(status: 307, message: nil, requestID: nil))
    let token = ElementsError(call: .token, reason: reason)
    #expect(token.happening == "the server sends elsewhere (307), and nothing was sent there")
    #expect(token.remedy == "check the token endpoint's address: redirects are not followed")
    #expect(
      ElementsError(call: .actionCounts(tenant), reason: reason).remedy
        == "check the API's address: redirects are not followed")
  }

  @Test(arguments: [
    ("TLS: certificate not trusted", "check this machine's clock; where a proxy looks into TLS, set RISKTOP_CA_FILE"),
    ("connection refused", "check the network, the proxy and the API's address"),
  ])
  func whatToDoAboutAServerThatIsNotReachedDependsOnTheCause(cause: String, remedy: String) {
    let error = ElementsError(call: .customers(page: 1), reason: .unreachable(host: "h", cause: cause))
    #expect(error.remedy == remedy)
  }

  @Test func `A 404 of a tenant's call names customer and tenant, one of the customers the address`() {
    let reason = ElementsError.Reason.refused(.init(status: 404, message: nil, requestID: nil))
    for call in [ElementsCall.actionCounts(tenant), .signIns(tenant, .all, page: 1)] {
      let error = ElementsError(call: call, reason: reason)
      #expect(error.happening == "no such customer or tenant (404)" && error.shortReason == error.happening)
      #expect(error.remedy == "check the ids of customer and tenant")
    }
    let customers = ElementsError(call: .customers(page: 1), reason: reason)
    #expect(customers.happening == "nothing is at this address (404)" && customers.shortReason == customers.happening)
    #expect(customers.remedy == "check the API's address")
  }

  @Test(
    arguments: [
      (404, "The tenant does not exist.", "no such tenant (404)"),
      (404, "The customer does not exist.", "no such customer (404)"),
      (404, "NOT FOUND", "no such customer or tenant (404)"),
      (404, "The tenant 17 does not exist.", "no such customer or tenant (404): The tenant 17 does not exist."),
      (403, "Access to this tenant was not granted.", "not granted (403)"),
      (403, "The customer has no licence.", "not granted (403): The customer has no licence."),
      (503, "Service Unavailable", "service unavailable (503)"), (418, "I am a teapot.", "status 418: I am a teapot."),
    ])
  func `What a server says is told where it says more than its status`(
    status: Int, message: String, happening: String
  ) {
    let reason = ElementsError.Reason.refused(.init(status: status, message: message, requestID: "r-7"))
    let error = ElementsError(call: .actionCounts(tenant), reason: reason)
    #expect(error.happening == happening + " · request r-7")
  }

  @Test(arguments: [
    ("invalid_client", "invalid_client"), ("a b.c/~", "a b.c/~"), ("\u{1B}[31mré\u{202E}d\n\"\\", "[31mrd"),
    (String(repeating: "x", count: 31), String(repeating: "x", count: 30)),
  ])
  func `Of a refused sign-in's code a cell shows what may be in one`(code: String, shown: String) {
    let error = ElementsError(
      call: .token, reason: .identityRefused(status: 400, code: code, description: "no\u{1B}"))
    #expect(error.shortReason == "sign-in refused (\(shown))")
  }
}
