package io.crmkit.spring.boot;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * CrmKit brings Flyway along for its own tables. An application that has no scripts of its own must
 * not find Spring Boot running Flyway because of that: on a schema with tables and without history
 * it would refuse to start. Whatever the application says of {@code spring.flyway.enabled} counts
 * more.
 */
final class FlywayDefaults implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.getProperty("crmkit.enabled", Boolean.class, true)
        || environment.containsProperty("spring.flyway.locations")
        || environment.containsProperty("spring.flyway.locations[0]")
        || application.getClassLoader().getResource("db/migration") != null) {
      return;
    }
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("crmkitDefaults", Map.of("spring.flyway.enabled", false)));
  }

  /** After the files of the application were read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
