import Elements
import HTTPTypes
import Hummingbird
import NIOCore

/// Stands before all calls: counts them, holds them back, lets them fail on purpose, turns refusals into answers and
/// tells who listens.
struct Front: RouterMiddleware {
  let configuration: SandboxConfiguration
  let dice: FaultDice
  let clock: SandboxClock
  let traffic = Traffic()
  let meter: RateMeter?
  let onRequest: @Sendable (RecordedRequest) -> Void

  static let tokenPath = "/connect/token"
  /// By which the vendor's support finds a call again.
  private static let requestIDName = HTTPField.Name("request-id")

  init(
    _ configuration: SandboxConfiguration, dice: FaultDice, clock: SandboxClock,
    onRequest: @escaping @Sendable (RecordedRequest) -> Void
  ) {
    self.configuration = configuration
    self.dice = dice
    self.clock = clock
    self.onRequest = onRequest
    meter = configuration.rateLimit.map(RateMeter.init)
  }

  func handle(
    _ request: Request, context: SandboxContext, next: (Request, SandboxContext) async throws -> Response
  ) async throws -> Response {
    let isCall = request.uri.path != Front.tokenPath
    let visit = traffic.arrive(isCall: isCall, tenant: context.tenant, at: clock.elapsed())
    let requestID = Hash(configuration.seed, visit.number)[.request].guid
    let fault = answerFault(visit)
    let delay = configuration.latency + spread(visit)
    guard await Front.hold(delay) else { return await reset(request, context, visit, held: delay) }
    if case .reset? = fault { return await reset(request, context, visit, held: delay) }
    let own = self.context(context, visit)
    var response: Response
    if let instead = fault?.response(requestID: requestID) {
      response = instead
    } else {
      response = await answer(request, own, requestID, next)
    }
    if let name = Front.requestIDName { response.headers[name] = requestID }
    let isUnderWay = fault == nil && response.status == .ok && own.bodyFault.isSlow
    if !isUnderWay { traffic.leave(visit) }
    record(request, visit, status: response.status.code, held: delay)
    return request.method == .head ? response.createHeadResponse() : response
  }

  /// False where the sandbox ends meanwhile.
  private static func hold(_ delay: Duration) async -> Bool {
    guard delay > .zero else { return true }
    return (try? await Task.sleep(for: delay)) != nil
  }

  // MARK: Faults

  /// The rate limit is no matter of luck, and is looked at first.
  private func answerFault(_ visit: Traffic.Visit) -> AnswerFault? {
    guard let call = visit.call else { return nil }
    if let seconds = meter?.secondsToWait(at: visit.arrival) { return .throttled(.seconds(seconds)) }
    return AnswerFault(dice, call: call, now: clock.unixSeconds())
  }

  /// From 10 ms to 3 s, which is 8.17 doublings, each as likely as another.
  private func spread(_ visit: Traffic.Visit) -> Duration {
    guard let call = visit.call, dice.strikes(.latency, call: call) else { return .zero }
    let doublings = 8.17 * dice.draw(.latency, call: call)[.size].fraction
    let whole = Int(doublings)
    return .milliseconds(10) * (1 << whole) * (1 + doublings - Double(whole))
  }

  private func context(_ context: SandboxContext, _ visit: Traffic.Visit) -> SandboxContext {
    guard let call = visit.call else { return context }
    var context = context
    context.call = call
    context.bodyFault = BodyFault(dice, call: call, dripPause: configuration.dripPause)
    context.leave = { [traffic] in traffic.leave(visit) }
    return context
  }

  /// The answer goes to a connection that is already gone.
  private func reset(
    _ request: Request, _ context: SandboxContext, _ visit: Traffic.Visit, held: Duration
  ) async -> Response {
    traffic.leave(visit)
    record(request, visit, status: nil, held: held)
    await context.channel.reset()
    return Response(status: .serviceUnavailable)
  }

  // MARK: Answers

  private func answer(
    _ request: Request, _ context: SandboxContext, _ requestID: String,
    _ next: (Request, SandboxContext) async throws -> Response
  ) async -> Response {
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      return problem.response(requestID: requestID)
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return Problem.notFound("No such resource.").response(requestID: requestID)
    } catch let error as any HTTPResponseError {
      return Problem(status: error.status, message: error.status.reasonPhrase).response(requestID: requestID)
    } catch is NIOTooManyBytesError {
      return Problem(status: .contentTooLarge, message: "The body is too large.").response(requestID: requestID)
    } catch {
      return Problem(status: .internalServerError, message: "Unexpected.").response(requestID: requestID)
    }
  }

  private func record(_ request: Request, _ visit: Traffic.Visit, status: Int?, held: Duration) {
    onRequest(
      RecordedRequest(
        method: request.method.rawValue, path: request.uri.path, query: request.uri.query, status: status,
        tenant: visit.tenant, arrival: visit.arrival, held: held, inFlight: visit.inFlight,
        inFlightOfTenant: visit.inFlightOfTenant))
  }
}
