package io.crmkit.api.access;

/**
 * The host's say on who may read and write what. Asked once for each entity in each unit of work,
 * below every path to the data; must be fast, thread-safe and free of side effects.
 */
@FunctionalInterface
public interface AccessPolicy {

  Access decide(AccessRequest request);

  /** What is said of single fields; nothing, unless a policy says something. */
  default FieldPolicy fields() {
    return FieldPolicy.none();
  }

  /** The same policy for records, with this one for their fields. */
  default AccessPolicy withFields(FieldPolicy fields) {
    AccessPolicy records = this;
    return new AccessPolicy() {
      @Override
      public Access decide(AccessRequest request) {
        return records.decide(request);
      }

      @Override
      public FieldPolicy fields() {
        return fields;
      }
    };
  }

  /** Everyone who reaches CrmKit may do everything within the tenant. */
  static AccessPolicy allowAll() {
    return request -> Access.allow();
  }
}
