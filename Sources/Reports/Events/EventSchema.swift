/// A published schema of security events.
public enum EventSchema: Sendable, CaseIterable {
  /// Elastic Common Schema 9.4.0 (elastic/ecs).
  case ecs
  /// Open Cybersecurity Schema Framework 1.8.0 (ocsf/ocsf-schema).
  case ocsf
}
