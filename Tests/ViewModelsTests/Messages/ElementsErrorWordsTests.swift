import Elements
import Testing
import ViewModels

@Suite struct ElementsErrorWordsTests {
  private let tenant = TenantReference(customerID: "c", tenantID: "t")

  @Test(
    arguments: [
      (.zero, .seconds(100), "throttled (429), and asked to wait 100 s", "try again in 100 s"),
      (
        .milliseconds(57_200), .seconds(25), "throttled (429) for 58 s, and asked to wait 25 s more",
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
}
