package io.crmkit.spring.boot;

import java.util.Objects;

/**
 * The host's implementation of a port that some module calls. A bean of this type says which port
 * another object serves, which may serve several.
 *
 * <pre>{@code
 * @Bean
 * CrmPort<Postage> postage(PostOffice office) {
 *   return new CrmPort<>(Postage.class, office);
 * }
 * }</pre>
 *
 * @param type the port's interface
 * @param implementation safe for use by many threads
 */
public record CrmPort<P>(Class<P> type, P implementation) {

  public CrmPort {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(implementation, "implementation");
  }
}
