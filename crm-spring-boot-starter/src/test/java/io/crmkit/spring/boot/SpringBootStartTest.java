package io.crmkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmkit.api.Crm;
import io.crmkit.api.access.AccessPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whole applications, started as Spring Boot starts them. */
@ExtendWith(OutputCaptureExtension.class)
class SpringBootStartTest {

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class WithoutPolicy {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Allowing {
    @Bean
    AccessPolicy accessPolicy() {
      return AccessPolicy.allowAll();
    }
  }

  private ConfigurableApplicationContext start(Class<?> application, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--spring.datasource.url=" + url);
    return SpringApplication.run(application, all.toArray(String[]::new));
  }

  private static List<String> tables(ConfigurableApplicationContext context) {
    return context
        .getBean(JdbcTemplate.class)
        .queryForList(
            "select lower(table_name) from information_schema.tables"
                + " where table_schema = 'PUBLIC'",
            String.class);
  }

  @Test
  void anApplicationStartsOnceAndAgainWithoutFlywayOfItsOwn() {
    for (int i = 0; i < 2; i++) {
      try (ConfigurableApplicationContext context = start(Allowing.class)) {
        assertThat(context.getBean(Crm.class).modules()).isNotEmpty();
        assertThat(tables(context))
            .contains("crm_customer")
            .doesNotContain("flyway_schema_history");
      }
    }
  }

  @Test
  void flywayRunsWhereTheApplicationSaysSoAndBeforeTheCrm() {
    for (int i = 0; i < 2; i++) {
      try (ConfigurableApplicationContext context =
          start(Allowing.class, "--spring.flyway.locations=classpath:erp/scripts")) {
        assertThat(tables(context)).contains("crm_customer", "flyway_schema_history", "erp_stock");
      }
    }
  }

  @Test
  void withoutAnAccessPolicyTheApplicationFailsToStartWithAdvice(CapturedOutput output) {
    assertThatThrownBy(() -> start(WithoutPolicy.class)).isInstanceOf(RuntimeException.class);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("The CRM needs a bean of type io.crmkit.api.access.AccessPolicy");
  }

  @Test
  void everyPropertyIsDescribedForEditors() throws IOException {
    try (InputStream metadata =
        CrmProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      JsonNode properties = new ObjectMapper().readTree(metadata).get("properties");

      assertThat(properties)
          .extracting(p -> p.get("name").asText())
          .contains(
              "crmkit.enabled",
              "crmkit.storage",
              "crmkit.data-source",
              "crmkit.schema.mode",
              "crmkit.schema.name",
              "crmkit.delivery",
              "crmkit.relay.workers",
              "crmkit.relay.parked-head",
              "crmkit.health.late-after",
              "crmkit.keys-kept");
      assertThat(properties)
          .allSatisfy(
              p -> assertThat(p.path("description").asText()).as(p.toString()).isNotBlank());
    }
  }
}
