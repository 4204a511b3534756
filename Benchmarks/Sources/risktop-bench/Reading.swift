import Elements
import SignInAnalysis
import SignInStore
import ViewModels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Pages that are made up before anything is measured, given at once: what is left is the work of the reader.
struct PreparedTenant: Sendable {
  let reference: TenantReference
  let pages: [Page<SignIn>]

  init(_ sample: SampleTenant, count: Int) {
    reference = sample.reference
    pages = (0..<count / PageRequest.largestSize).map { page in
      let places = page * PageRequest.largestSize..<(page + 1) * PageRequest.largestSize
      return Page(
        items: sample.signIns(at: places), index: page + 1, size: PageRequest.largestSize, totalCount: count)
    }
  }

  var client: ElementsClient {
    ElementsClient(
      customers: { _, _ throws(ElementsError) in Page(items: [], index: 1, size: 100, totalCount: 0) },
      actionCounts: { _, _, _ throws(ElementsError) in ActionCounts(risky: 1, normal: 2) },
      signIns: { [pages] _, request, _, _ throws(ElementsError) in
        pages.indices.contains(request.index - 1)
          ? pages[request.index - 1] : Page(items: [], index: request.index, size: 100, totalCount: pages.count * 100)
      })
  }
}

/// Reads a tenant for a filter that finds nothing: by the command's reader with its matcher, and in the dashboard.
@MainActor
func measureReading(_ sample: SampleTenant) async throws {
  for size in [10_000, 100_000, 1_000_000] {
    let tenant = PreparedTenant(sample, count: size)
    let command = try await cpuTime { try await readForCommand(tenant) }
    let dashboard = try await cpuTime {
      _ = try await readInDashboard(tenant.client, tenant.reference, count: size)
    }
    ResultLine(
      what: "read for a filter that finds nothing, command / dashboard", count: size,
      result: "\(command.milliseconds) / \(dashboard.milliseconds)",
      remark: "CPU without network and decoding, \(((dashboard / command) * 100).rounded() / 100) times"
    ).write()
  }
}

/// The memory of a process with nothing but a dashboard that has read a tenant; the pages are made up as they are read.
@MainActor
func measureResidentDashboard(_ sample: SampleTenant, count: Int) async throws {
  let before = residentMemory()
  let model = try await readInDashboard(.inMemory(sample), sample.reference, count: count)
  ResultLine(
    what: "resident memory of a dashboard that has read a tenant", count: count, result: megabytes(residentMemory()),
    remark: "\(megabytes(before)) before"
  ).write()
  withExtendedLifetime(model) {}
}

/// What `risktop signins --filter` does with each row, but for writing.
private func readForCommand(_ tenant: PreparedTenant) async throws {
  var reader = SignInReader(of: tenant.reference, client: tenant.client)
  var matcher = FilterMatcher(try Filter(parsing: "qqqq", in: FilterContext(now: SampleTenant.now)))
  var count = 0
  while let rows = try await reader.next() { count += rows.count { matcher.holds($0) } }
  precondition(count == 0)
}

@MainActor
private func readInDashboard(
  _ client: ElementsClient, _ tenant: TenantReference, count: Int
) async throws -> DashboardModel {
  let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  let model = DashboardModel(
    client: client, source: "benchmark", times: TimeDisplay { _ in (0, "UTC") },
    opening: TenantIdentity(reference: tenant), now: { SampleTenant.now }, pause: { _ in },
    onChange: { continuation.yield() })
  let signIns = model.navigator.ground.signIns
  signIns?.resize(height: 40)
  model.perform(.filter)
  model.edit(.insert("qqqq"))
  _ = model.accept()
  for await _ in changes where signIns?.coverage.loaded == count { break }
  return model
}

/// Asks for the counts of many tenants, as a condition on counts does.
@MainActor
func measureCounts() async {
  for count in [100, 1_000] {
    let customers = (0..<count).map { number in
      Customer(
        id: "c\(number)", organization: "Customer \(number)", countryOrRegion: nil,
        tenants: [Tenant(id: "t\(number)", name: "tenant\(number).example")])
    }
    let client = ElementsClient(
      customers: { request, _ throws(ElementsError) in
        let page = customers.dropFirst((request.index - 1) * 100).prefix(100)
        return Page(items: Array(page), index: request.index, size: 100, totalCount: customers.count)
      },
      actionCounts: { _, _, _ throws(ElementsError) in ActionCounts(risky: 12, normal: 2) },
      signIns: { _, request, _, _ throws(ElementsError) in
        Page(items: [], index: request.index, size: 100, totalCount: 0)
      })
    let time = await cpuTime {
      let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      let model = DashboardModel(
        client: client, source: "benchmark", times: TimeDisplay { _ in (0, "UTC") }, now: { SampleTenant.now },
        pause: { _ in }, onChange: { continuation.yield() })
      model.picker.resize(height: 40)
      model.perform(.filter)
      model.edit(.insert("risky>10"))
      _ = model.accept()
      for await _ in changes where model.picker.rows.count == count { break }
    }
    ResultLine(what: "counts of all tenants for a filter", count: count, result: time.milliseconds, remark: "CPU")
      .write()
  }
}

/// User and system time of the whole process.
@MainActor
func cpuTime(_ run: @MainActor () async throws -> Void) async rethrows -> Duration {
  let before = processTime()
  try await run()
  return processTime() - before
}

private func processTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
