import Hummingbird
import NIOCore

/// What comes along with a request: Hummingbird's own, and the connection, which a fault may cut.
struct SandboxContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}
