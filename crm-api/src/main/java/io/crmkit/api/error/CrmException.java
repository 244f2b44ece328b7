package io.crmkit.api.error;

/**
 * The root of everything that CrmKit throws on purpose. Each kind carries its facts as data; the
 * message is for logs. Whatever is thrown, the command that threw it has changed nothing.
 */
public abstract sealed class CrmException extends RuntimeException
    permits AccessDenied,
        Conflict,
        InvalidInput,
        ModuleFailure,
        ModuleUnavailable,
        NotFound,
        Refused,
        ResyncRequired,
        StaleVersion,
        StartFailed,
        StorageFailure {

  private static final long serialVersionUID = 1L;

  CrmException(String message) {
    super(message);
  }

  CrmException(String message, Throwable cause) {
    super(message, cause);
  }
}
