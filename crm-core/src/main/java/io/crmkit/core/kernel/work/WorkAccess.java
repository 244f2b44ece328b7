package io.crmkit.core.kernel.work;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.error.AccessDenied;
import java.util.Locale;

/** Asks the policy about durable work, which can be allowed or denied as a whole. */
final class WorkAccess {

  private final SessionImpl session;

  WorkAccess(SessionImpl session) {
    this.session = session;
  }

  /**
   * @throws AccessDenied unless the policy allows it without a restriction
   */
  void require(Class<?> kind, Operation operation) {
    Access access = decide(kind, operation);
    if (!(access instanceof Access.Allow)) {
      String reason =
          access instanceof Access.Deny deny
              ? deny.reason()
              : "durable work cannot be restricted to some of it";
      throw new AccessDenied(
          operation.name().toLowerCase(Locale.ROOT), kind.getSimpleName(), reason);
    }
  }

  boolean allows(Class<?> kind, Operation operation) {
    return decide(kind, operation) instanceof Access.Allow;
  }

  private Access decide(Class<?> kind, Operation operation) {
    return session
        .kernel()
        .environment()
        .policy()
        .decide(new AccessRequest(session.tenant(), session.actor(), operation, kind));
  }
}
