/// Sends a request and reads the whole answer. A value, so that a test can stand in for the network.
struct Transport: Sendable {
  var send: @Sendable (OutgoingRequest) async throws(TransportFailure) -> HTTPAnswer
}
