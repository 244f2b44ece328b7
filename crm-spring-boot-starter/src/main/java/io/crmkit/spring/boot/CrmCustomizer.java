package io.crmkit.spring.boot;

import io.crmkit.api.CrmBuilder;

/**
 * A bean that says to the builder what properties cannot: a source of ids, profiles of tenants.
 * Called after properties, modules and ports, in the order of the beans.
 */
@FunctionalInterface
public interface CrmCustomizer {

  void customize(CrmBuilder builder);
}
