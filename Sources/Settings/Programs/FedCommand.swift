import SafeText
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program that is given a text on its standard input, without a shell.
///
/// It reads and complains in files without names. A pipe to write to would be as long open as what it leaves running in
/// the background, as programs for clipboards do; and swift-subprocess 1.0.2 traps where a program closes a pipe before
/// it has read all. Its output goes nowhere.
public struct FedCommand: Sendable {
  /// The program, then its arguments; not empty.
  private let program: String
  private let arguments: [String]

  public init?(_ arguments: [String]) {
    guard let program = arguments.first, !program.isEmpty else { return nil }
    self.program = program
    self.arguments = Array(arguments.dropFirst())
  }

  /// The program without its folder, sanitised.
  public var name: String { sanitized(program.split(separator: "/").last.map(String.init) ?? program) }

  private static let longestRun: Duration = .seconds(20)

  /// Returns once it has ended.
  /// - Returns: nil if it ended with status 0; else what happened, as a sentence that begins with its name.
  public func run(feeding text: String) async -> String? {
    await withTaskGroup(of: String??.self) { group in
      group.addTask { .some(await feed(text)) }
      group.addTask {
        try? await Task.sleep(for: Self.longestRun)
        return Task.isCancelled ? nil : .some("\(name) did not end within \(Self.longestRun.components.seconds) s")
      }
      defer { group.cancelAll() }
      return await group.next().flatMap { $0 } ?? nil
    }
  }

  private func feed(_ text: String) async -> String? {
    guard let errors = UnnamedFile() else { return noFile }
    defer { errors.close() }
    guard let input = UnnamedFile() else { return noFile }
    defer { input.close() }
    guard input.fill(text) else { return noFile }
    do {
      let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
        // A text to paste needs no account.
        environment: .inherit.updating(["RISKTOP_CLIENT_SECRET": nil]),
        input: .fileDescriptor(input.file, closeAfterSpawningProcess: false),
        output: .discarded, error: .fileDescriptor(errors.file, closeAfterSpawningProcess: false))
      guard !result.terminationStatus.isSuccess else { return nil }
      return failure(result.terminationStatus, errors.firstLine)
    } catch let error as SubprocessError {
      return failure(error)
    } catch {
      return "\(name) could not be run"
    }
  }

  private var noFile: String { "\(name) could not be run: no temporary file can be written" }

  private func failure(_ status: TerminationStatus, _ line: String) -> String {
    let ending =
      switch status {
      case .exited(let code): "ended with status \(code)"
      case .signaled(let signal): "was ended by signal \(signal)"
      }
    return "\(name) \(ending)" + (line.isEmpty ? "" : ": \(sanitized(line))")
  }

  private func failure(_ error: SubprocessError) -> String {
    switch error.code {
    case .executableNotFound: "\(name) could not be run: there is no such program"
    default: "\(name) could not be run"
    }
  }
}

extension UnnamedFile {
  fileprivate var file: FileDescriptor { FileDescriptor(rawValue: descriptor) }
}
