package io.crmkit.spring.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.module.CrmExtension;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The beans that the application brings for its CRM. */
final class CrmParts {

  private final ApplicationContext context;

  CrmParts(ApplicationContext context) {
    this.context = context;
  }

  ClassLoader classLoader() {
    ClassLoader loader = context.getClassLoader();
    return loader == null ? CrmParts.class.getClassLoader() : loader;
  }

  /**
   * @throws PartMissing if there is none, or no single one
   */
  AccessPolicy policy() {
    AccessPolicy policy = context.getBeanProvider(AccessPolicy.class).getIfUnique();
    if (policy == null) {
      throw missing(
          AccessPolicy.class,
          "Define one bean of type io.crmkit.api.access.AccessPolicy that says who may read and"
              + " write what. AccessPolicy.allowAll() lets everyone who reaches the CRM do"
              + " everything within the tenant: that, too, is for the application to decide.");
    }
    return policy;
  }

  /**
   * @param name of the bean; null for the only one, or the primary
   * @throws PartMissing if there is none, or no single one
   */
  DataSource dataSource(@Nullable String name) {
    if (name != null) {
      return context.getBean(name, DataSource.class);
    }
    DataSource source = context.getBeanProvider(DataSource.class).getIfUnique();
    if (source == null) {
      throw missing(
          DataSource.class,
          "Configure a DataSource (spring.datasource.url), name one of several by"
              + " crmkit.data-source, or keep everything in memory in tests"
              + " (crmkit.storage=memory).");
    }
    return source;
  }

  /** Modules, ports and the clock; customizers last. */
  void applyTo(CrmBuilder builder) {
    context.getBeanProvider(CrmExtension.class).orderedStream().forEach(builder::module);
    context.getBeanProvider(CrmPort.class).orderedStream().forEach(port -> give(builder, port));
    context.getBeanProvider(Clock.class).ifUnique(builder::clock);
    context
        .getBeanProvider(CrmCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(builder));
  }

  private static <P> void give(CrmBuilder builder, CrmPort<P> port) {
    builder.port(port.type(), port.implementation());
  }

  private PartMissing missing(Class<?> type, String action) {
    List<String> names = List.of(context.getBeanNamesForType(type));
    return new PartMissing(
        names.isEmpty()
            ? "The CRM needs a bean of type " + type.getName() + ", and there is none."
            : "The CRM needs one bean of type " + type.getName() + ", and there are " + names + ".",
        action);
  }
}
