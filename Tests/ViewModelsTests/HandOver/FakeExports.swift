import Elements
import Synchronization

@testable import ViewModels

/// Exports in memory: what was written, in which batches, and how it ended.
final class FakeExports: Sendable {
  struct File: Sendable {
    let name: ExportName
    let format: ExportFormat
    var batches: [[ExportedSignIn]] = []
    /// Nil until it is finished.
    var extent: ExportExtent?
    var isDiscarded = false

    var ids: [String] { batches.joined().map(\.signIn.id) }
  }

  private struct State {
    var files: [File] = []
    /// Batches that are being written now, and the most that ever were.
    var writing = 0
    var mostWriting = 0
    /// Batches that there is room for.
    var room = Int.max
    var beforeBatch: @Sendable (Int) async -> Void = { _ in }
  }

  private let state = Mutex(State())

  var files: [File] { state.withLock { $0.files } }
  var mostWriting: Int { state.withLock { $0.mostWriting } }

  /// No more batches than these can be written.
  func leaveRoom(for batches: Int) { state.withLock { $0.room = batches } }

  /// - Parameter body: is called before each batch is written, with its number from 1 on.
  func beforeBatch(_ body: @escaping @Sendable (Int) async -> Void) { state.withLock { $0.beforeBatch = body } }

  var target: ExportTarget {
    ExportTarget { [self] name, format throws(ExportFailure) in
      let index = state.withLock { state in
        state.files.append(File(name: name, format: format))
        return state.files.count - 1
      }
      return sink(index)
    }
  }

  private func sink(_ index: Int) -> ExportSink {
    ExportSink(
      write: { [self] batch throws(ExportFailure) in try await write(batch, to: index) },
      finish: { [self] extent throws(ExportFailure) in
        state.withLock { $0.files[index].extent = extent }
        return extent == .whole ? "whole.csv" : "part-partial.csv"
      },
      discard: { [self] in state.withLock { $0.files[index].isDiscarded = true } })
  }

  private func write(_ batch: [ExportedSignIn], to index: Int) async throws(ExportFailure) {
    let (number, wait) = state.withLock { state in
      state.writing += 1
      state.mostWriting = max(state.mostWriting, state.writing)
      return (state.files[index].batches.count + 1, state.beforeBatch)
    }
    await wait(number)
    let isFull = state.withLock { state in
      state.writing -= 1
      if number <= state.room { state.files[index].batches.append(batch) }
      return number > state.room
    }
    if isFull { throw ExportFailure(path: "whole.csv", cause: "No space left on device") }
  }
}
